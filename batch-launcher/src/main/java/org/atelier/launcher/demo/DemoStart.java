package org.atelier.launcher.demo;

import java.time.Duration;
import org.atelier.catalog.BatchJob;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.ShellWord;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.RunOutcome;
import org.atelier.launcher.run.RunRequest;
import org.atelier.settings.Settings;
import org.atelier.sql.DatabaseSettings;

/** Starts jobs as {@code atelier run} does. */
final class DemoStart {

    private final JobRunner runner;
    private final Settings settings;
    private final DatabaseSettings database;

    DemoStart(JobRunner runner, Settings settings, DatabaseSettings database) {
        this.runner = runner;
        this.settings = settings;
        this.database = database;
    }

    /**
     * Runs the job to its good end.
     *
     * @throws CommandFailure when it ends otherwise
     */
    RunOutcome run(BatchJob job) {
        return run(job, ExitCode.OK);
    }

    /** The same with another end than the good one. */
    RunOutcome run(BatchJob job, ExitCode expected) {
        RunOutcome outcome = runner.run(RunRequest.of(job, settings, database)
                .ifRunning(RunRequest.IfRunning.WAIT, Duration.ofMinutes(1))
                .build());
        if (outcome.exitCode() != expected) {
            throw new CommandFailure(
                    outcome.exitCode(),
                    "the demo's run ended as " + outcome.status(),
                    String.valueOf(outcome.failure()),
                    "ATELIER_DATA_DIR=" + ShellWord.of(String.valueOf(settings.dataDir())) + " ./atelier logs last");
        }
        return outcome;
    }
}
