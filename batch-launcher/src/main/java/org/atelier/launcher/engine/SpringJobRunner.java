package org.atelier.launcher.engine;

import com.google.auto.service.AutoService;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.TimeZone;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.database.SchemaGate;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.PreviewOutcome;
import org.atelier.launcher.run.PreviewRequest;
import org.atelier.launcher.run.RunOutcome;
import org.atelier.launcher.run.RunRequest;
import org.atelier.run.EngineSettings;
import org.atelier.run.Progress;
import org.atelier.run.RunEngine;
import org.atelier.run.RunLock;
import org.atelier.run.RunReport;
import org.jspecify.annotations.Nullable;

/** Runs jobs with Spring Batch, in this process. */
@AutoService(JobRunner.class)
public final class SpringJobRunner implements JobRunner {

    static {
        // Spring Batch writes local times without a zone: they are to be UTC whatever the machine's zone is.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    private final Clock clock = Clock.systemUTC();

    @Override
    public RunOutcome run(RunRequest request) {
        if (request.dryRun()) {
            return new DryRun(clock).run(request);
        }
        try (RunLock lock = take(request)) {
            return lock == null ? occupied(request) : start(request);
        } catch (SQLException e) {
            throw SchemaGate.lost(e);
        }
    }

    @Override
    public PreviewOutcome preview(PreviewRequest request) {
        return new DryRun(clock).preview(request);
    }

    private @Nullable RunLock take(RunRequest request) throws SQLException {
        Duration patience = request.ifRunning() == RunRequest.IfRunning.WAIT ? request.waitTimeout() : Duration.ZERO;
        return new LockWait(clock).take(request.database(), request.job().lockScope(), patience);
    }

    private static RunOutcome occupied(RunRequest request) {
        String job = request.job().name();
        if (request.ifRunning() == RunRequest.IfRunning.SKIP) {
            return Outcomes.skipped(job);
        }
        throw new CommandFailure(
                ExitCode.LOCKED,
                "another run of " + job + " is at work",
                "",
                "atelier history " + job + " --all shows it; wait for its end, or: atelier run " + job
                        + " --if-running wait");
    }

    private RunOutcome start(RunRequest request) {
        Progress progress = new Progress();
        try (RunLogFile log = new RunLogFile(
                        request.settings().dataDir(), request.job().name(), request.logFormat());
                ProgressDisplay display = ProgressDisplay.of(request.progress(), progress)) {
            display.start();
            RunReport report = engine(request, log)
                    .run(
                            request.job().configuration(),
                            request.job().lockScope(),
                            RunBeans.of(request, progress, clock));
            return new Outcomes(request.job().name(), request.failOnEmpty(), progress.look()).of(report);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the run of " + request.job().name() + " could not be started",
                    String.valueOf(e.getMessage()),
                    "atelier check all",
                    e);
        }
    }

    private static RunEngine engine(RunRequest request, RunLogFile log) {
        EngineSettings settings =
                new EngineSettings(request.settings().machineLogs().workers());
        return new RunEngine(request.database(), settings, Owner.ofThisProcess(), log::open);
    }
}
