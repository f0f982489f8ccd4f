package org.atelier.launcher.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.ReadyDatabase;

/** The command line beside an ERP in MySQL, read by its reader, and a PostgreSQL database. */
final class ErpUse implements AutoCloseable {

    final MysqlDatabase source = MysqlServer.shared().createDatabase();
    final TestDatabase database = ReadyDatabase.create();
    final Erp erp = Erp.in(source);
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    ErpUse(Path directory) {
        this.directory = directory;
        environment.putAll(Map.of(
                "ATELIER_DATABASE_URL", database.jdbcUrl(),
                "ATELIER_DATABASE_USERNAME", database.username(),
                "ATELIER_DATABASE_PASSWORD", database.password(),
                "ATELIER_DATA_DIR", directory.resolve("data").toString(),
                "ATELIER_ORDERS_SOURCE", source.plainUrl(),
                "ATELIER_ORDERS_USERNAME", source.reader().username(),
                "ATELIER_ORDERS_PASSWORD", source.reader().password(),
                "ATELIER_ORDERS_WORKERS", "2"));
    }

    ErpUse set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ErpUse withoutErp() {
        environment.keySet().removeIf(name -> name.startsWith("ATELIER_ORDERS_"));
        return this;
    }

    /** Leaves the database as one that no command has set up yet. */
    ErpUse withoutSchema() throws SQLException {
        execute("drop schema public cascade; create schema public");
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

    /** A planned order with a shutter and a roller shutter's box. */
    ErpUse order(String id) {
        erp.order(id)
                .status("Planifiée")
                .affair("Affaire " + id)
                .note("cde Planifiée", "2025-05-28 10:00:00")
                .accessory(1, "VR 7", "Volet")
                .accessory(2, "SOP 2", "Coffre")
                .operation("VR1", "Volet roulant");
        return this;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String one(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "no row";
        }
    }

    @Override
    public void close() {
        erp.close();
        source.close();
        database.close();
    }
}
