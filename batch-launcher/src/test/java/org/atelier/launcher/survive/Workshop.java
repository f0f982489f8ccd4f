package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.ForkedProcess;
import org.atelier.migrations.Schema;
import org.jspecify.annotations.Nullable;

/** A workshop with log files, a database and launchers as processes of their own. */
final class Workshop {

    private static final long PATIENCE_SECONDS = 90;
    private static final List<String> JAVA =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx256m");

    private final Path directory;
    private final Path logs;
    private final String url;
    private final String username;
    private final String password;
    private final Map<String, String> settings = new HashMap<>();

    Workshop(Path directory, String url, String username, String password) {
        this(directory, directory.resolve("logs"), url, username, password);
    }

    /** With a directory of its own, made here, and log files that others read, too. */
    Workshop(Path directory, Path logs, TestDatabase database) throws IOException {
        this(Files.createDirectories(directory), logs, database.jdbcUrl(), database.username(), database.password());
    }

    private Workshop(Path directory, Path logs, String url, String username, String password) {
        this.directory = directory;
        this.logs = logs;
        this.url = url;
        this.username = username;
        this.password = password;
    }

    /** Sets an environment variable for every start from now on, or removes it. */
    void set(String name, @Nullable String value) {
        if (value == null) {
            settings.remove(name);
        } else {
            settings.put(name, value);
        }
    }

    /** Writes the log files all tests share: enough of them that a run takes a while. */
    static void writeLogs(Path root) {
        LogTree.seeded(7)
                .centres("DEM12 (PVC)", "DEMALU (ALU)", "SU12 (HYBRIDE)")
                .days(LocalDate.of(2025, 5, 1), 60)
                .linesPerDay(120)
                .writeTo(root);
    }

    /** Lets the job orders read that ERP. */
    Workshop withErp(MysqlDatabase erp) {
        settings.putAll(Map.of(
                "ATELIER_ORDERS_SOURCE", erp.jdbcUrl(),
                "ATELIER_ORDERS_USERNAME", erp.reader().username(),
                "ATELIER_ORDERS_PASSWORD", erp.reader().password()));
        return this;
    }

    String url() {
        return url;
    }

    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(Map.of(
                "ATELIER_DATABASE_URL", url,
                "ATELIER_DATABASE_USERNAME", username,
                "ATELIER_DATABASE_PASSWORD", password,
                "ATELIER_DATA_DIR", directory.resolve("data").toString(),
                "ATELIER_MACHINE_LOGS_SOURCE", logs.toUri().toString()));
        all.putAll(settings);
        return all;
    }

    /** Starts the program. */
    Process start(String... arguments) throws IOException {
        return launch(arguments).process();
    }

    /** Starts the program and keeps what it prints. */
    Launched launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("ATELIER_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment());
        return new Launched(builder.start(), out, err);
    }

    /** A started program, and the files that take what it prints. */
    record Launched(Process process, Path out, Path err) {

        /** Waits until it has said so on stderr. */
        void awaitMessage(String text) throws IOException, InterruptedException {
            while (!Files.readString(err).contains(text)) {
                assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                        .as("ended before: " + text)
                        .isFalse();
            }
        }

        /** What it came to, once it has ended. */
        ForkedProcess end() throws IOException, InterruptedException {
            int code = Workshop.end(process);
            return new ForkedProcess(code, Files.readString(out), Files.readString(err));
        }
    }

    /** Runs the program to its end. */
    ForkedProcess run(String... arguments) throws IOException, InterruptedException {
        return ForkedProcess.java(directory, environment(), JAVA, arguments);
    }

    /** Where the program keeps the contents of files. */
    Path landing() {
        return directory.resolve("data/landing");
    }

    /** Runs a shell script with {@code $0} and, as its arguments, the words that start the program. */
    ForkedProcess runIn(List<String> shell, Path first) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(shell);
        command.add(first.toString());
        command.addAll(program());
        return ForkedProcess.run(directory, environment(), command);
    }

    /** How a command ends. */
    static int shell(Path directory, List<String> command) throws IOException, InterruptedException {
        return ForkedProcess.run(directory, Map.of(), command).code();
    }

    /** What a file in its directory says. */
    String text(String name) throws IOException {
        Path file = directory.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static List<String> program() {
        return ForkedProcess.rehearsedProgram(JAVA);
    }

    /** Gives an empty database its schema. */
    void setUp() throws Exception {
        try (Connection connection = connect()) {
            Schema.update(connection, false);
        }
    }

    /** Runs the job to its end; it must go well. */
    void runWell(String... arguments) throws Exception {
        ForkedProcess use = run(arguments);
        assertThat(use.code()).as(use.err() + use.out()).isZero();
    }

    /** The exit code, once the process has ended. */
    static int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ended")
                .isTrue();
        return process.exitValue();
    }

    /** Sends a signal by its name. */
    static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits until a query says true, while the process is at work. */
    void until(Process process, String query) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (Question question = new Question(query)) {
            while (!question.holds()) {
                assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                        .as("ended before: " + query)
                        .isFalse();
                assertThat(System.nanoTime())
                        .as("waited too long for: " + query)
                        .isLessThan(end);
            }
        }
    }

    /** Asked again and again, by one connection while that lasts: a login each time would keep a processor busy. */
    private final class Question implements AutoCloseable {

        private final String query;
        private @Nullable Connection connection;

        Question(String query) {
            this.query = query;
        }

        boolean holds() {
            try {
                if (connection == null) {
                    connection = connect();
                }
                return one(connection, query).equals("t");
            } catch (SQLException e) {
                // The server may be about to start again.
                close();
                return false;
            }
        }

        @Override
        public void close() {
            Connection last = connection;
            connection = null;
            try {
                if (last != null) {
                    last.close();
                }
            } catch (SQLException e) {
                // Gone is gone.
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** The only value of a query, as text. */
    String one(String query) throws SQLException {
        try (Connection connection = connect()) {
            return one(connection, query);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Objects.requireNonNullElse(row.getString(1), "");
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the job wrote, as one hash, without generated keys and times of writing. */
    String tableHash() throws SQLException, IOException {
        try (var sql =
                Objects.requireNonNull(Workshop.class.getResourceAsStream("/org/atelier/fixtures/table-hash.sql"))) {
            return one(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
