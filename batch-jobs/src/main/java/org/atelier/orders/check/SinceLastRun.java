package org.atelier.orders.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.catalog.Finding;
import org.atelier.catalog.Finding.Verdict;
import org.atelier.catalog.JobCheck;
import org.atelier.orders.Orders;
import org.atelier.orders.OrdersSettings;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.erp.TableLook;
import org.atelier.orders.preview.NextMerge;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.survey.LastCounts;
import org.atelier.run.NextStep;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the ERP holds with what the last run made of it: the rows of its tables, and, of all planned orders,
 * what the guard of the next run would count. Without a database, or a run, there is nothing to compare with. Not
 * thread-safe.
 */
final class SinceLastRun implements AutoCloseable {

    private static final String FIX = "see whether the ERP is complete; if it is: ";
    private static final NextStep ALL_THE_SAME = new NextStep.OfJob(NextStep.JobAction.RUN_UNGUARDED, Orders.NAME);

    private final OrdersSettings settings;
    private final Optional<DatabaseSettings> database;
    private final List<Finding> findings = new ArrayList<>();
    private final Optional<LastCounts> last;
    private @Nullable NextMerge next;

    SinceLastRun(OrdersSettings settings, JobCheck.Records records) {
        this.settings = settings;
        this.database = records.running();
        this.last = database.flatMap(where -> counts(records, where));
    }

    private Optional<LastCounts> counts(JobCheck.Records records, DatabaseSettings where) {
        try (Connection connection = records.look(where).orElse(null)) {
            return connection == null ? Optional.empty() : LastCounts.read(connection);
        } catch (SQLException e) {
            notCompared(e);
            return Optional.empty();
        }
    }

    private void notCompared(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // Further lines of the database's words may quote a row.
        String words = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        findings.add(new Finding(
                Orders.NAME,
                Verdict.WARNING,
                "the last run",
                "the ERP could not be compared with it: " + words,
                "",
                new NextStep.Check("database")));
    }

    /** That a table of the ERP has lost too many rows, if it has. */
    Optional<Finding> shrunk(String where, TableLook table) {
        BigDecimal ratio = settings.maxDeleteRatio();
        return last.flatMap(counts -> counts.ifShrunk(table, ratio)
                .map(then -> new Finding(
                        Orders.NAME,
                        Verdict.SHRUNK,
                        where,
                        table.rows() + " rows, " + then + " at the last run (" + counts.at() + "): more than "
                                + ratio.movePointRight(2).stripTrailingZeros().toPlainString() + " % are gone",
                        FIX,
                        ALL_THE_SAME)));
    }

    /** Gets ready to be given the planned orders. */
    void begin() {
        if (last.isPresent() && database.isPresent()) {
            try {
                next = new NextMerge(settings, database.get(), Path.of(System.getProperty("java.io.tmpdir")));
            } catch (RuntimeException e) {
                notCompared(e);
            }
        }
    }

    /** Takes planned orders; a database that takes them no more ends the comparison alone. */
    void take(List<ErpOrder> orders) {
        NextMerge merge = next;
        if (merge != null) {
            try {
                merge.add(orders);
            } catch (IOException | RuntimeException e) {
                notCompared(e);
                close();
            }
        }
    }

    /** What was found of the target tables, and whether it could be. */
    List<Finding> findings() {
        NextMerge merge = next;
        if (merge != null) {
            try {
                settings.tables().stream().sorted().forEach(table -> judge(merge, table));
            } catch (RuntimeException e) {
                notCompared(e);
            }
        }
        return List.copyOf(findings);
    }

    private void judge(NextMerge merge, TargetTable table) {
        merge.refusal(table)
                .ifPresent(why ->
                        findings.add(new Finding(Orders.NAME, Verdict.SHRUNK, table.table(), why, FIX, ALL_THE_SAME)));
    }

    @Override
    public void close() {
        NextMerge merge = next;
        next = null;
        if (merge != null) {
            merge.close();
        }
    }
}
