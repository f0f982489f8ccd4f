package org.atelier.launcher.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.NextSteps;

/** The command line as a role of the server that may do nothing but log in. */
final class SmallRole implements AutoCloseable {

    final TestDatabase database;
    final String name;
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    SmallRole(Path directory, TestDatabase database) throws SQLException {
        this.directory = directory;
        this.database = database;
        this.name = "Kleine " + database.name();
        execute("create role " + quoted() + " login password 'small'");
        environment.putAll(Map.of(
                "ATELIER_DATABASE_URL", database.jdbcUrl(),
                "ATELIER_DATABASE_USERNAME", name,
                "ATELIER_DATABASE_PASSWORD", "small",
                "ATELIER_DATA_DIR", directory.resolve("data").toString(),
                "ATELIER_MACHINE_LOGS_SOURCE", directory.toUri().toString()));
    }

    /** As it stands in SQL. */
    String quoted() {
        return '"' + name + '"';
    }

    SmallRole set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** As the server's administrator, in this database. */
    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    CommandLineUse use(int code, String... arguments) {
        return CommandLineUse.of(directory, environment, arguments).ended(code);
    }

    /** Types, as the administrator, the SQL of a next step; then its commands, each of which must end so. */
    void follow(CommandLineUse told, int code) throws SQLException {
        String line = told.err()
                .concat(told.out())
                .lines()
                .filter(each -> each.matches(" {2}next: .*|next step .*"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(" *next:? ?(step)? *", "");
        for (String part : Stream.of(line.split("; ", -1)).toList()) {
            List<String> commands = NextSteps.told(part);
            if (commands.isEmpty()) {
                execute(part);
            }
            commands.forEach(command -> use(code, NextSteps.arguments(command)));
        }
    }

    @Override
    public void close() {
        try {
            execute("drop owned by " + quoted() + " cascade; drop role " + quoted());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            database.close();
        }
    }
}
