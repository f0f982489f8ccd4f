package org.atelier.launcher.engine;

import com.google.auto.service.AutoService;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.TimeZone;
import java.util.function.LongFunction;
import org.atelier.database.DatabaseChoice;
import org.atelier.database.Databases;
import org.atelier.database.SchemaGate;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.Owner;
import org.atelier.launcher.Refusals;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.PreviewOutcome;
import org.atelier.launcher.run.PreviewRequest;
import org.atelier.launcher.run.RunOutcome;
import org.atelier.launcher.run.RunRequest;
import org.atelier.run.DatabaseGoneException;
import org.atelier.run.Progress;
import org.atelier.run.RunOrder;
import org.atelier.run.RunRefusedException;
import org.atelier.run.RunReport;
import org.atelier.run.StopRequest;
import org.atelier.run.engine.EngineSettings;
import org.atelier.run.engine.RunEngine;
import org.atelier.settings.ConfigurationException;
import org.atelier.sql.LoginFault;
import org.atelier.sql.SessionLimit;

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
        try {
            return start(request);
        } catch (RunRefusedException e) {
            return refused(request, e);
        }
    }

    @Override
    public PreviewOutcome preview(PreviewRequest request) {
        return new DryRun(clock).preview(request);
    }

    private RunOutcome refused(RunRequest request, RunRefusedException e) {
        if (e.reason() == RunRefusedException.Reason.LOCKED) {
            new StalledHolder(request, clock).refuse(e);
            if (request.ifRunning() == RunRequest.IfRunning.SKIP) {
                return Outcomes.skipped(request.job().name());
            }
        }
        throw Refusals.failure(e);
    }

    private RunOutcome start(RunRequest request) {
        Progress progress = new Progress();
        try (RunLogFile log = new RunLogFile(
                        request.settings().dataDir(),
                        request.job().name(),
                        request.display().logs());
                ProgressDisplay display = ProgressDisplay.of(
                        request.display().progress(),
                        progress,
                        request.job().traits().unit())) {
            display.start();
            SendRunNotifications notifications = new SendRunNotifications(request, clock);
            RunReport report =
                    engine(request, notifications.whenBegun(log::open)).run(order(request, progress));
            new PublishRunMetrics(request, progress.look()).of(report);
            notifications.of(report);
            return new Outcomes(request, progress.look()).of(report);
        } catch (ConfigurationException e) {
            throw notBegun(request, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw notBegun(request, e);
        }
    }

    /** Why no run came of the start, with what to do. */
    private static RuntimeException notBegun(RunRequest request, Exception e) {
        if (e instanceof ConfigurationException) {
            return new CommandFailure(
                    ExitCode.CONFIGURATION,
                    String.valueOf(e.getMessage()),
                    "",
                    "correct it, then: atelier check database",
                    e);
        }
        if (e instanceof DatabaseGoneException gone) {
            return databaseGone(request, gone);
        }
        if (e instanceof SQLException fault) {
            return LoginFault.of(fault, request.database()).isPresent()
                    ? Databases.failure(request.database(), fault)
                    : SchemaGate.lost(request.database().username(), fault);
        }
        return new CommandFailure(
                ExitCode.FAILED,
                "the run of " + request.job().name() + " could not be started",
                String.valueOf(e.getMessage()),
                "atelier check all",
                e);
    }

    private static RuntimeException databaseGone(RunRequest request, DatabaseGoneException e) {
        return SessionLimit.behind(e).isPresent()
                ? SchemaGate.lost(request.database().username(), e)
                : new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "the database was gone before the run of "
                                + request.job().name() + " began",
                        String.valueOf(e.getMessage()),
                        "to see whether it answers: atelier check database; then the same command again",
                        e);
    }

    private RunOrder order(RunRequest request, Progress progress) {
        StopRequest stop = new StopRequest();
        return new RunOrder(
                request.job().name(),
                request.job().configuration(),
                request.scope(),
                request.start().target(),
                request.ifRunning() == RunRequest.IfRunning.WAIT ? request.waitTimeout() : Duration.ZERO,
                request.start().recover(),
                RunBeans.of(request, progress, clock),
                stop,
                new ProcessHooks(stop, System.err, Runtime.getRuntime()::halt));
    }

    private static RunEngine engine(RunRequest request, LongFunction<String> begun) {
        EngineSettings settings = new EngineSettings(
                request.job().workers(request.settings().forJobs()),
                request.settings().get(DatabaseChoice.class).patience());
        return new RunEngine(request.database(), settings, Owner.of(request.settings()), begun, NextCommand::of);
    }
}
