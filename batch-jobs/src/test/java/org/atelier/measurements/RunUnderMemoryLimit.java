package org.atelier.measurements;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.atelier.measurements.point.ReadingRules.LastLine;
import org.atelier.measurements.point.ReadingRules.ZeroMarkers;
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
 * Program of a test: runs the job in a JVM of its own; prints how it ended. Arguments: URL, user, password, data
 * folder, a directory for the rest.
 */
final class RunUnderMemoryLimit {

    private static final int WORKERS = 2;

    private RunUnderMemoryLimit() {}

    public static void main(String[] arguments) throws Exception {
        DatabaseSettings database = new DatabaseSettings(arguments[0], arguments[1], new Secret(arguments[2]));
        Path rest = Path.of(arguments[4]);
        RunOwner owner = new RunOwner("test", ProcessHandle.current().pid(), null, "manual", "test");
        RunReport report = new RunEngine(
                        database, new EngineSettings(WORKERS), owner, id -> "run-" + id + ".log", TypedStep::of)
                .run(
                        MeasurementsJob.class,
                        Measurements.NAME,
                        List.of(
                                new MeasurementsSettings(
                                        List.of(RemoteSource.parse(arguments[3])),
                                        LastLine.STRICT,
                                        ZeroMarkers.STORE,
                                        Map.of(),
                                        Boxes.GRACE,
                                        rest.resolve("reports"),
                                        WORKERS,
                                        rest.resolve("landing")),
                                RunOptions.ALL,
                                new Progress(),
                                RejectLimits.NONE,
                                Clock.systemUTC(),
                                new RemoteRetry(0, Duration.ofMillis(1))));
        System.out.println("ENDED " + report.ending() + " " + report.cause() + " " + report.duration());
    }
}
