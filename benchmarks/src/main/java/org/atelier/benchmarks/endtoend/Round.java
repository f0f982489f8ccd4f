package org.atelier.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.postgres.PostgresAddress;
import org.atelier.migrations.SchemaException;

/** One round: the program with a directory and an empty database of its own, and COPY of what it wrote. One thread. */
final class Round {

    private final Server server;
    private final Path directory;
    private final PostgresAddress database;
    private final Launch atelier;

    /**
     * @param program the program and its first arguments
     * @param directory made for the round
     * @param source settings that say where the job reads
     */
    Round(List<String> program, Server server, Path directory, Map<String, String> source)
            throws SQLException, IOException, SchemaException {
        this.server = server;
        this.directory = Files.createDirectory(directory);
        this.database = server.newDatabase();
        Map<String, String> settings = new HashMap<>(source);
        settings.put("ATELIER_DATABASE_URL", database.jdbcUrl());
        settings.put("ATELIER_DATABASE_USERNAME", database.user());
        settings.put("ATELIER_DATABASE_PASSWORD", database.password());
        settings.put("ATELIER_DATA_DIR", directory.resolve("data").toString());
        this.atelier = new Launch(program, directory, settings);
    }

    /** Runs a command of the program. */
    Measured run(String... arguments) throws IOException, InterruptedException {
        return atelier.run(arguments);
    }

    /** Writes the rows of these tables once more, into a database of their own, by COPY alone. */
    Measured copy(List<String> tables) throws SQLException, IOException, SchemaException {
        return copy(tables, List.of());
    }

    /** The same after some statements, such as one that makes a partition. */
    Measured copy(List<String> tables, List<String> before) throws SQLException, IOException, SchemaException {
        PostgresAddress copy = server.newDatabase();
        try (Connection connection = Server.connect(copy);
                Statement statement = connection.createStatement()) {
            for (String sql : before) {
                statement.execute(sql);
            }
        }
        return SameRows.of(database, tables, directory).copyInto(copy);
    }
}
