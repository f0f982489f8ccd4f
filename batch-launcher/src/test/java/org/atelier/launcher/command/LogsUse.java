package org.atelier.launcher.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.ReadyDatabase;

/** The command line beside a directory of log files and a PostgreSQL database. */
final class LogsUse implements AutoCloseable {

    final Path logs;
    final Path landing;
    final TestDatabase database = ReadyDatabase.create();
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    LogsUse(Path directory) {
        this.directory = directory;
        this.logs = directory.resolve("logs");
        this.landing = directory.resolve("data/landing");
        environment.putAll(Map.of(
                "ATELIER_DATABASE_URL", database.jdbcUrl(),
                "ATELIER_DATABASE_USERNAME", database.username(),
                "ATELIER_DATABASE_PASSWORD", database.password(),
                "ATELIER_DATA_DIR", directory.resolve("data").toString(),
                "ATELIER_MACHINE_LOGS_SOURCE", logs.toUri().toString()));
    }

    LogsUse set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Writes a log file of that modification time. */
    LogsUse log(String path, String modified, String... lines) throws IOException {
        Path file = logs.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
        return this;
    }

    CommandLineUse use(String... arguments) {
        return CommandLineUse.of(directory, environment, arguments);
    }

    /** The same, for a command that must end with that exit code. */
    CommandLineUse use(int code, String... arguments) {
        return use(arguments).ended(code);
    }

    /** Types the one next step that begins so; it must end with that exit code. */
    CommandLineUse follow(CommandLineUse told, String beginning, int code) {
        return told.follow(beginning, code, this::use);
    }

    /** What the commands are told. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as its values with a space between. */
    List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join(" ", values));
            }
            return rows;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
