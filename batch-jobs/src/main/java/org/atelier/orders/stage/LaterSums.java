package org.atelier.orders.stage;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
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

    /** The run waits for them when all else is done, so not for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BackgroundQuery<Map<ErpTable, String>> asked;

    /** Begins; from here on nobody else uses the connection. */
    LaterSums(ErpConnection erp, SourceSums sums) {
        asked = new BackgroundQuery<>(() -> {
            try (erp) {
                return sums.all();
            }
        });
    }

    /** The fingerprints, when they are there within half a minute; empty when they are not, or cannot be had. */
    Map<ErpTable, String> get() {
        try {
            return asked.get(PATIENCE);
        } catch (IOException e) {
            LOG.warn("No fingerprints of the ERP's tables, so the next run reads all orders again: {}", e.getMessage());
            return Map.of();
        }
    }
}
