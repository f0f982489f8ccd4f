package org.atelier.machinelogs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.machinelogs.gate.GateLimits;
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
import org.atelier.transfer.RemoteSource;

/**
 * Program of a test: runs the job in a JVM of its own; prints how it ended. Arguments: URL, user, password, logs,
 * landing.
 */
final class LoadUnderMemoryLimit {

    private static final int WORKERS = 2;

    private LoadUnderMemoryLimit() {}

    public static void main(String[] arguments) throws Exception {
        DatabaseSettings database = new DatabaseSettings(arguments[0], arguments[1], new Secret(arguments[2]));
        RunOwner owner = new RunOwner("test", ProcessHandle.current().pid(), null, "manual", "test");
        RunReport report = new RunEngine(
                        database, new EngineSettings(WORKERS), owner, id -> "run-" + id + ".log", TypedStep::of)
                .run(
                        MachineLogJob.class,
                        "machine-logs",
                        List.of(
                                settings(Path.of(arguments[3]), Path.of(arguments[4])),
                                RunOptions.ALL,
                                new Progress(),
                                RejectLimits.NONE,
                                Clock.systemUTC(),
                                new RemoteRetry(0, Duration.ofMillis(1))));
        System.out.println("ENDED " + report.ending() + " " + report.cause() + " " + report.duration());
    }

    private static MachineLogSettings settings(Path logs, Path landing) {
        return new MachineLogSettings(
                List.of(RemoteSource.parse(logs.toString())),
                ZoneId.of("Europe/Paris"),
                LocalTime.MIDNIGHT,
                Map.of(),
                Map.of(),
                Set.of(),
                Duration.ofSeconds(60),
                AfterLoad.KEEP,
                WORKERS,
                landing,
                GateLimits.USUAL,
                Duration.ofDays(7));
    }
}
