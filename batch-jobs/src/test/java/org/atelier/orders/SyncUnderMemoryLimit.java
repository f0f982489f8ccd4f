package org.atelier.orders;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atelier.orders.erp.ErpSource;
import org.atelier.orders.row.ColumnProtection;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.SelectionLists;
import org.atelier.reject.RejectLimits;
import org.atelier.run.Progress;
import org.atelier.run.RunOptions;
import org.atelier.run.RunOwner;
import org.atelier.run.RunReport;
import org.atelier.run.TypedStep;
import org.atelier.run.engine.EngineSettings;
import org.atelier.run.engine.RunEngine;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.atelier.transfer.RemoteRetry;

/**
 * Program of a test: runs the job in a JVM of its own; prints how it ended. Arguments: URL, user and password of
 * PostgreSQL, the same of MySQL, a directory.
 */
final class SyncUnderMemoryLimit {

    private static final int WORKERS = 2;

    private SyncUnderMemoryLimit() {}

    public static void main(String[] arguments) throws Exception {
        DatabaseSettings database = new DatabaseSettings(arguments[0], arguments[1], new Secret(arguments[2]));
        ErpSource erp = new ErpSource(
                arguments[3], arguments[4], new Secret(arguments[5]), Duration.ofSeconds(30), Duration.ofMinutes(1));
        OrdersSettings settings = new OrdersSettings(
                Optional.of(erp),
                SelectionLists.USUAL,
                Set.of(TargetTable.values()),
                ColumnProtection.none(),
                OrdersSettings.USUAL_DELETE_RATIO,
                WORKERS,
                Path.of(arguments[6], "spill"),
                OrdersSettings.USUAL_READ_ALL_AFTER);
        RunOwner owner = new RunOwner("test", ProcessHandle.current().pid(), null, "manual", "test");
        RunReport report = new RunEngine(
                        database, new EngineSettings(WORKERS), owner, id -> "run-" + id + ".log", TypedStep::of)
                .run(
                        OrdersJob.class,
                        Orders.NAME,
                        List.of(
                                settings,
                                RunOptions.ALL,
                                new Progress(),
                                RejectLimits.NONE,
                                Clock.systemUTC(),
                                new RemoteRetry(2, Duration.ofMillis(100))));
        System.out.println("ENDED " + report.ending() + " " + report.cause() + " " + report.duration());
    }
}
