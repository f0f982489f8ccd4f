package org.atelier.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.atelier.catalog.BatchJob;
import org.atelier.database.DatabaseChoice;
import org.atelier.database.Databases;
import org.atelier.database.SchemaGate;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.embedded.EmbeddedDatabase;
import org.atelier.launcher.run.JobRunner;
import org.atelier.settings.Settings;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.Surroundings;
import org.atelier.sql.DatabaseSettings;

/**
 * Runs the job {@code machine-logs} three times for real: on new files, on nothing new, and after one file grew; then
 * the job {@code orders} three times: on all orders, on nothing new, and after two changed; then the job
 * {@code measurements} twice. Everything lies below {@code demo} in the data directory, with a database of its own:
 * nothing of the user's is touched.
 */
public final class Demo {

    /** Of the environment nothing else counts: what is there is of the user's own plant. */
    private static final Map<String, String> STARTED_BY = Map.of("ATELIER_TRIGGER", "demo");

    private final BatchJob logs;
    private final BatchJob orders;
    private final BatchJob measurements;
    private final JobRunner runner;
    private final Surroundings surroundings;
    private final Consumer<String> report;

    /**
     * @param logs the job {@code machine-logs}
     * @param orders the job {@code orders}
     * @param measurements the job {@code measurements}
     * @param runner what runs them
     * @param surroundings of this process
     * @param report takes what the demo does, sentence by sentence
     */
    public Demo(
            BatchJob logs,
            BatchJob orders,
            BatchJob measurements,
            JobRunner runner,
            Surroundings surroundings,
            Consumer<String> report) {
        this.logs = logs;
        this.orders = orders;
        this.measurements = measurements;
        this.runner = runner;
        this.surroundings = surroundings;
        this.report = report;
    }

    /**
     * Does it.
     *
     * @param dataDir the data directory; the demo keeps to its directory {@code demo}
     */
    public DemoResult run(Path dataDir) {
        Path directory = dataDir.resolve("demo");
        report.accept(
                "log files of 3 machining centres and " + DemoPlant.DAYS + " days, in " + directory.resolve("ftp"));
        try (DemoPlant plant = DemoPlant.open(directory);
                DemoErp erp = DemoErp.open();
                DemoBoxes boxes = DemoBoxes.open(directory)) {
            report.accept("an FTP server serves them at " + plant.url());
            report.accept("an ERP with " + DemoErp.ORDERS + " orders, in a " + erp.product()
                    + " that runs while the demo does");
            report.accept(
                    "an SFTP server that " + DemoBoxes.BOXES.size() + " measuring boxes upload to, at " + boxes.url());
            Path configuration = plant.configuration(erp, boxes);
            DatabaseSettings database = EmbeddedDatabase.start(directory, surroundings, report);
            return runJobs(plant, erp, boxes, configuration, database);
        } catch (IOException | SQLException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the demo could not go on",
                    String.valueOf(e.getMessage()),
                    "mend that, or start over with: rm -r " + directory,
                    e);
        }
    }

    private DemoResult runJobs(
            DemoPlant plant, DemoErp erp, DemoBoxes boxes, Path configuration, DatabaseSettings database)
            throws IOException, SQLException {
        Settings settings = SettingsReader.read(
                configuration, new Surroundings(STARTED_BY, surroundings.workingDirectory(), surroundings.home()));
        try (Connection connection = Databases.connect(database)) {
            SchemaGate.pass(connection, settings.get(DatabaseChoice.class).migrate(), report);
            DemoStart start = new DemoStart(runner, settings, database);
            List<DemoRun> runs = machineLogs(plant, start);
            List<DemoSync> syncs = new DemoOrders(orders, erp, start, report).narrate(connection);
            List<DemoUpload> uploads = new DemoMeasurements(measurements, boxes, start, report).narrate();
            return new DemoResult(
                    runs,
                    syncs,
                    uploads,
                    List.of(
                            new DemoSessions(connection).latest(),
                            DemoOrders.latest(connection),
                            DemoMeasurements.boxes(connection)),
                    database.label(),
                    configuration);
        }
    }

    private List<DemoRun> machineLogs(DemoPlant plant, DemoStart start) throws IOException {
        List<DemoRun> runs = new ArrayList<>();
        report.accept("1. atelier run machine-logs: takes what is new");
        runs.add(run("what is new", start));
        report.accept("   " + runs.get(0).inWords());
        report.accept("2. the same command again");
        runs.add(run("the same again", start));
        report.accept("   " + runs.get(1).inWords());
        Path grown = plant.grow();
        report.accept("3. a machine writes on: " + grown + " grows; the same command once more");
        runs.add(run(grown.getFileName() + " grew", start));
        report.accept("   " + runs.get(2).inWords());
        return runs;
    }

    private DemoRun run(String what, DemoStart start) {
        return DemoRun.of(what, start.run(logs));
    }
}
