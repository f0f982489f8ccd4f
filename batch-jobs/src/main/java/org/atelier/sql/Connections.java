package org.atelier.sql;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Connections outside the pool, and the names by which PostgreSQL shows ours. */
public final class Connections {

    /** PostgreSQL cuts names after so many bytes. */
    private static final int LONGEST_NAME = 63;

    private Connections() {}

    public static Connection open(DatabaseSettings database, String url, String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password().reveal());
        properties.setProperty("ApplicationName", name);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "10");
        boolean data = url.equals(database.url());
        database.driverProperties().forEach(properties::setProperty);
        Connection connection = DriverManager.getConnection(url, properties);
        if (!data || database.keepsSessions()) {
            lift(connection);
        }
        return connection;
    }

    private static void lift(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SessionLimit.liftingForSession());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The name of a run's pooled connections: whoever takes the scope over ends what still bears it. */
    public static String ofRun(String scope) {
        String name = "atelier run " + scope;
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                ? name
                : "atelier run " + Integer.toHexString(scope.hashCode());
    }

    /** A name that says which process it is. */
    public static String owner(String prefix) {
        String name = prefix + ProcessHandle.current().pid() + "@" + host();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
