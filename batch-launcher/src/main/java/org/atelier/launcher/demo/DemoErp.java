package org.atelier.launcher.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlException;
import org.atelier.fixtures.mysql.MysqlLogin;
import org.atelier.fixtures.mysql.MysqlServer;

/** An ERP to try with: generated orders in a MySQL server that runs as long as this. The same orders at every start. */
final class DemoErp implements AutoCloseable {

    static final int ORDERS = 1_000;

    private final MysqlServer server;
    private final MysqlDatabase database;

    private DemoErp(MysqlServer server) {
        this.server = server;
        this.database = server.createDatabase();
    }

    /** Starts the server and writes the orders. */
    static DemoErp open() throws IOException {
        try {
            DemoErp erp = new DemoErp(MysqlServer.embedded());
            ErpData.seeded(1).orders(ORDERS).loadInto(erp.database);
            return erp;
        } catch (MysqlException e) {
            throw new IOException("no MySQL can be started here: " + e.getMessage(), e);
        }
    }

    /** What it is, such as {@code MySQL 8.0.15}; the fixture takes a MariaDB where MySQL's libraries are missing. */
    String product() throws SQLException {
        try (Connection connection = database.connect()) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            return version.contains("MariaDB") ? "MariaDB " + version.replaceFirst("-.*", "") : "MySQL " + version;
        }
    }

    String url() {
        return database.jdbcUrl();
    }

    /** Who may read it and nothing else. */
    MysqlLogin reader() {
        return database.reader();
    }

    /** Gives an order another affair. */
    void change(String order) throws SQLException {
        execute("update A_Kopf set Kommission = 'Atelier du Port' where ID = ?", order);
    }

    /** Lets an order vanish. */
    void delete(String order) throws SQLException {
        execute("delete from A_Kopf where ID = ?", order);
    }

    private void execute(String sql, String order) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, order);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
