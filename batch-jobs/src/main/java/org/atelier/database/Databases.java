package org.atelier.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.atelier.database.DatabaseException.Kind;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.LoginFault;
import org.atelier.sql.SessionLimit;

/**
 * Opens connections for whoever looks or decides, outside of runs. A connection is used by one thread and closed by the
 * caller.
 */
public final class Databases {

    private static final String SECONDS_TO_CONNECT = "10";

    private Databases() {}

    /**
     * Connects and logs in.
     *
     * @throws DatabaseException when the server cannot be reached, or refuses the login or the database
     */
    public static Connection connect(DatabaseSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("user", settings.username());
        properties.setProperty("password", settings.password().reveal());
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("ApplicationName", "atelier");
        settings.driverProperties().forEach(properties::setProperty);
        try {
            return lifted(DriverManager.getConnection(settings.url(), properties), settings);
        } catch (SQLException e) {
            throw failure(settings, e);
        }
    }

    private static Connection lifted(Connection connection, DatabaseSettings settings) throws SQLException {
        try {
            SessionLimit.lift(connection, settings, true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Sees that the database can be written.
     *
     * @throws DatabaseException when it is read only
     */
    public static void requireWritable(Connection connection) {
        try {
            if (isReadOnly(connection)) {
                throw new DatabaseException(
                        Kind.REFUSED,
                        "the database is read only",
                        "it is a standby, or its default_transaction_read_only is on",
                        "use the primary: set " + DatabaseKeys.URL.key() + " (" + DatabaseKeys.URL.environmentName()
                                + ") to it",
                        null);
            }
        } catch (SQLException e) {
            throw SchemaGate.lost(connection, e);
        }
    }

    /** Whether a transaction on it can write nothing. */
    public static boolean isReadOnly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('transaction_read_only') = 'on'")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** What a failed attempt to connect means. */
    public static DatabaseException failure(DatabaseSettings settings, SQLException e) {
        Optional<LoginFault> fault = LoginFault.of(e, settings);
        return new DatabaseException(
                fault.isPresent() ? Kind.REFUSED : Kind.UNREACHABLE,
                "cannot use the database " + settings.label() + " as " + settings.username(),
                fault.map(LoginFault::what).orElseGet(() -> String.valueOf(e.getMessage())),
                fault.map(LoginFault::fix).orElse("see that the server runs and can be reached from here"),
                e);
    }
}
