package org.atelier.orders.stage;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.atelier.orders.erp.ErpConnection;
import org.atelier.orders.erp.ErpTable;
import org.atelier.orders.erp.SourceSums;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fingerprints of a snapshot, computed by the ERP's server while something else is done. A run that does without
 * them is as good as any other; the next one reads everything then. Closes the snapshot. Thread-safe.
 */
final class LaterSums {

    private static final Logger LOG = LoggerFactory.getLogger(LaterSums.class);

    /** The merge waits for them with its locks held, so not for long. */
    private static final int SECONDS = 30;

    private final FutureTask<Map<ErpTable, String>> task;

    /** Begins; from here on nobody else uses the connection. */
    LaterSums(ErpConnection erp, SourceSums sums) {
        task = new FutureTask<>(() -> {
            try (erp) {
                return sums.all();
            }
        });
        Thread thread = new Thread(task, "fingerprints");
        thread.setDaemon(true);
        thread.start();
    }

    /** The fingerprints, when they are there within half a minute; empty when they are not, or cannot be had. */
    Map<ErpTable, String> get() {
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return without("they were not there within " + SECONDS + " seconds after the merge");
        } catch (ExecutionException e) {
            return without(
                    e.getCause() instanceof IOException fault ? String.valueOf(fault.getMessage()) : e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return without("interrupted");
        }
    }

    private static Map<ErpTable, String> without(String why) {
        LOG.warn("No fingerprints of the ERP's tables, so the next run reads all orders again: {}", why);
        return Map.of();
    }
}
