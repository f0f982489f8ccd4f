package org.atelier.launcher.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.LoginFault;
import org.atelier.sql.SessionLimit;

/** Opens connections for commands. A connection is used by one thread and closed by the caller. */
public final class Databases {

    private static final String SECONDS_TO_CONNECT = "10";

    private Databases() {}

    /**
     * Connects and logs in.
     *
     * @throws CommandFailure (7) when the server cannot be reached, (3) when it refuses the login or the database
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
     * @throws CommandFailure (3) when it is read only
     */
    public static void requireWritable(Connection connection) {
        try {
            if (isReadOnly(connection)) {
                throw new CommandFailure(
                        ExitCode.CONFIGURATION,
                        "the database is read only",
                        "it is a standby, or its default_transaction_read_only is on",
                        "use the primary: set atelier.database.url (ATELIER_DATABASE_URL) to it, then:"
                                + " atelier check database");
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

    /** What a failed attempt to connect means to a command. */
    public static CommandFailure failure(DatabaseSettings settings, SQLException e) {
        Optional<LoginFault> fault = LoginFault.of(e, settings);
        return new CommandFailure(
                fault.isPresent() ? ExitCode.CONFIGURATION : ExitCode.UNREACHABLE,
                "cannot use the database " + settings.label() + " as " + settings.username(),
                fault.map(LoginFault::what).orElseGet(() -> String.valueOf(e.getMessage())),
                fault.map(LoginFault::fix).orElse("see that the server runs and can be reached from here")
                        + ", then: atelier check database",
                e);
    }
}
