package org.atelier.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.atelier.catalog.BatchJob;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.config.Settings;
import org.atelier.launcher.config.SettingsReader;
import org.atelier.launcher.config.Surroundings;
import org.atelier.launcher.database.Databases;
import org.atelier.launcher.database.SchemaGate;
import org.atelier.launcher.embedded.EmbeddedDatabase;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.RunOutcome;
import org.atelier.launcher.run.RunRequest;
import org.atelier.run.DatabaseSettings;

/**
 * Runs the job {@code machine-logs} three times for real: on new files, on nothing new, and after one file grew.
 * Everything lies below {@code demo} in the data directory, with a database of its own: nothing of the user's is
 * touched.
 */
public final class Demo {

    private final BatchJob job;
    private final JobRunner runner;
    private final Surroundings surroundings;
    private final Consumer<String> tell;

    /**
     * @param job the job {@code machine-logs}
     * @param runner what runs it
     * @param surroundings of this process
     * @param tell takes what the demo does, sentence by sentence
     */
    public Demo(BatchJob job, JobRunner runner, Surroundings surroundings, Consumer<String> tell) {
        this.job = job;
        this.runner = runner;
        this.surroundings = surroundings;
        this.tell = tell;
    }

    /**
     * Does it.
     *
     * @param dataDir the data directory; the demo keeps to its directory {@code demo}
     */
    public DemoResult run(Path dataDir) {
        Path directory = dataDir.resolve("demo");
        tell.accept("log files of 3 machining centres and " + DemoPlant.DAYS + " days, in " + directory.resolve("ftp"));
        try (DemoPlant plant = DemoPlant.open(directory)) {
            tell.accept("an FTP server serves them at " + plant.url());
            Path configuration = plant.configuration();
            Settings settings = SettingsReader.read(
                    configuration, new Surroundings(Map.of(), surroundings.workingDirectory(), surroundings.home()));
            DatabaseSettings database = EmbeddedDatabase.start(directory, surroundings, tell);
            try (Connection connection = Databases.connect(database)) {
                SchemaGate.pass(connection, settings.migrate(), tell);
                return tellTale(plant, settings, database, connection, configuration);
            }
        } catch (IOException | SQLException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the demo could not go on",
                    String.valueOf(e.getMessage()),
                    "mend that, or start over with: rm -r " + directory,
                    e);
        }
    }

    private DemoResult tellTale(
            DemoPlant plant, Settings settings, DatabaseSettings database, Connection connection, Path configuration)
            throws IOException, SQLException {
        List<DemoRun> runs = new ArrayList<>();
        tell.accept("1. atelier run machine-logs: takes what is new");
        runs.add(run("what is new", settings, database));
        tell.accept("   " + runs.get(0).inWords());
        tell.accept("2. the same command again");
        runs.add(run("the same again", settings, database));
        tell.accept("   " + runs.get(1).inWords());
        Path grown = plant.grow();
        tell.accept("3. a machine writes on: " + grown + " grows; the same command once more");
        runs.add(run(grown.getFileName() + " grew", settings, database));
        tell.accept("   " + runs.get(2).inWords());
        return new DemoResult(runs, new DemoSessions(connection).latest(), database.url(), configuration);
    }

    private DemoRun run(String what, Settings settings, DatabaseSettings database) {
        RunOutcome outcome = runner.run(new RunRequest(
                job,
                Map.of(),
                false,
                OptionalLong.empty(),
                Optional.empty(),
                RunRequest.IfRunning.WAIT,
                Duration.ofMinutes(1),
                RunRequest.Limits.NONE,
                false,
                new RunRequest.Display(RunRequest.ProgressMode.AUTO, RunRequest.LogFormat.PLAIN),
                settings,
                database,
                RunRequest.Start.TICK));
        if (outcome.exitCode() != ExitCode.OK) {
            throw new CommandFailure(
                    outcome.exitCode(),
                    "the demo's run ended as " + outcome.status(),
                    String.valueOf(outcome.failure()),
                    "ATELIER_DATA_DIR=" + settings.dataDir() + " ./atelier logs last");
        }
        return DemoRun.of(what, outcome);
    }
}
