package org.atelier.migrations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.atelier.fixtures.postgres.DatabaseTemplate;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Databases on a real server, one a test, empty or with the schema, and short ways to ask them. */
final class Databases {

    private static final DatabaseTemplate CURRENT = DatabaseTemplate.of(empty -> Schema.update(empty, false));

    private Databases() {}

    static TestDatabase create() {
        return PostgresServer.shared().createDatabase();
    }

    static Connection empty() throws SQLException {
        return connected(create());
    }

    private static Connection connected(TestDatabase database) throws SQLException {
        return dropping(database, database.connect());
    }

    /** The server may be a given one that outlives the tests. */
    private static Connection dropping(TestDatabase database, Connection real) {
        ClassLoader loader = Databases.class.getClassLoader();
        return (Connection) Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, with) -> {
            try {
                return method.invoke(real, with);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                if (method.getName().equals("close")) {
                    database.close();
                }
            }
        });
    }

    static Connection current() throws SQLException {
        return connected(CURRENT.copy());
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The rows, columns joined by a bar; null is empty. */
    static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            @Nullable String value = result.getString(i);
            values.add(value == null ? "" : value);
        }
        return String.join("|", values);
    }
}
