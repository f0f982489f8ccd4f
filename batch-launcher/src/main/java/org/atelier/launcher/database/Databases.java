package org.atelier.launcher.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.run.DatabaseSettings;

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
            return DriverManager.getConnection(settings.url(), properties);
        } catch (SQLException e) {
            throw failure(settings, e);
        }
    }

    private static CommandFailure failure(DatabaseSettings settings, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        // 28: the login was refused; 3D: there is no such database; 08001 without a server behind it: not reached.
        boolean refused = state.startsWith("28") || state.startsWith("3D");
        return new CommandFailure(
                refused ? ExitCode.CONFIGURATION : ExitCode.UNREACHABLE,
                "cannot use the database " + settings.url() + " as " + settings.username(),
                String.valueOf(e.getMessage()),
                refused
                        ? "correct atelier.database.* (ATELIER_DATABASE_URL, _USERNAME, _PASSWORD), then: atelier check database"
                        : "see that the server runs and can be reached from here, then: atelier check database",
                e);
    }
}
