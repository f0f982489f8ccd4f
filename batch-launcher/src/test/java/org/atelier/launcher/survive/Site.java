package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.ForkedProcess;
import org.atelier.launcher.NextSteps;
import org.atelier.launcher.ReadyDatabase;
import org.atelier.launcher.command.Commands;
import org.atelier.settings.Surroundings;
import org.jspecify.annotations.Nullable;

/** A small workshop for one test, with a database that has the schema. Closing it ends what still runs in it. */
final class Site implements AutoCloseable {

    static final LocalDate FIRST_DAY = LocalDate.of(2025, 5, 5);

    /** What runs a job must not do so in the process of the tests, whose signals and zone it would change. */
    private static final Set<String> FORKED = Set.of("run", "restart", "preview", "backfill", "rejects");

    final Workshop workshop;
    private final Path directory;
    private final TestDatabase database = ReadyDatabase.create();
    private final List<Process> started = new ArrayList<>();
    private @Nullable Connection holding;

    private Site(Path directory) {
        this.directory = directory;
        workshop = new Workshop(directory, database.jdbcUrl(), database.username(), database.password());
    }

    static Site open(Path directory) throws Exception {
        Site site = new Site(directory);
        LogTree.seeded(7)
                .centres("DEM12 (PVC)", "SU12 (HYBRIDE)")
                .days(FIRST_DAY, 3)
                .linesPerDay(60)
                .writeTo(directory.resolve("logs"));
        return site;
    }

    /** Runs a command that starts no run, in this process: quicker. The same holds as for {@link #run}. */
    ForkedProcess ask(int code, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int ended = Commands.execute(
                new Surroundings(workshop.environment(), directory, directory),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Clock.systemUTC(),
                arguments);
        return ended(
                code,
                new ForkedProcess(ended, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8)),
                arguments);
    }

    /** Runs the program as a process to its end; the exit code must be that one, and each next step a command. */
    ForkedProcess run(int code, String... arguments) throws Exception {
        return ended(code, workshop.run(arguments), arguments);
    }

    private static ForkedProcess ended(int code, ForkedProcess use, String... arguments) {
        assertThat(use.code())
                .as(String.join(" ", arguments) + "\n" + use.err() + use.out())
                .isEqualTo(code);
        NextSteps.of(use);
        return use;
    }

    /** Runs the one next step that begins so; it must end with that exit code. */
    ForkedProcess follow(ForkedProcess use, String beginning, int code) throws Exception {
        String[] arguments = NextSteps.only(use, beginning);
        return FORKED.contains(arguments[0]) ? run(code, arguments) : ask(code, arguments);
    }

    Workshop.Launched launch(String... arguments) throws IOException {
        Workshop.Launched launched = workshop.launch(arguments);
        started.add(launched.process());
        return launched;
    }

    /** Starts a run that has read its files and now waits, amid its sessions, for {@link #release()}. */
    Workshop.Launched launchHeld(String... arguments) throws Exception {
        hold();
        Workshop.Launched launched = launch(arguments);
        workshop.until(
                launched.process(),
                "select count(*) > 0 from pg_locks where not granted and relation = 'session_production'::regclass");
        workshop.until(launched.process(), "select count(*) > 0 from atelier_run where progress is not null");
        return launched;
    }

    private void hold() throws SQLException {
        Connection connection = database.connect();
        holding = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table session_production in access exclusive mode");
        }
    }

    /** Lets a held run go on. */
    void release() throws SQLException {
        Connection connection = holding;
        holding = null;
        if (connection != null) {
            connection.close();
        }
    }

    /** Writes a log file of a day in May with so many lines that are none of a log. */
    void writeRejects(int day, int rejects) throws IOException {
        String name = "202505" + day;
        Path file = directory.resolve("logs/DEM12 (PVC)/" + name + ".LOG");
        Files.writeString(file, name + " 08:00:00|@StukUitgevoerd: x\n" + "no line of a log\n".repeat(rejects));
    }

    String one(String query) throws SQLException {
        return workshop.one(query);
    }

    @Override
    public void close() throws SQLException {
        release();
        started.forEach(Process::destroyForcibly);
        for (Process process : started) {
            process.onExit().join();
        }
        database.close();
    }
}
