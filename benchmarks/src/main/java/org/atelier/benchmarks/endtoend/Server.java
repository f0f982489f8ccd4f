package org.atelier.benchmarks.endtoend;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.atelier.fixtures.postgres.DurablePostgres;
import org.atelier.fixtures.postgres.EmbeddedPostgres;
import org.atelier.fixtures.postgres.PostgresAddress;
import org.atelier.migrations.Schema;
import org.atelier.migrations.SchemaException;

/** A PostgreSQL that forces everything to disk, as a plant's does, with a new database for each run. One thread. */
final class Server implements AutoCloseable {

    private final DurablePostgres postgres;
    private final PostgresAddress address;
    private int databases;

    Server(Path directory) {
        postgres = EmbeddedPostgres.durable(directory);
        address = postgres.startOrJoin();
    }

    /** Makes an empty database with Atelier's schema, and writes everything of before to disk. */
    PostgresAddress newDatabase() throws SQLException, SchemaException {
        String name = "benchmark_" + ++databases;
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        PostgresAddress database =
                new PostgresAddress(address.host(), address.port(), address.user(), address.password(), name);
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            Schema.update(connection, false);
            statement.execute("checkpoint");
        }
        return database;
    }

    static Connection connect(PostgresAddress database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    @Override
    public void close() {
        postgres.stop();
    }
}
