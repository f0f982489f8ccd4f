package org.atelier.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * The right to run a job in a scope: a PostgreSQL advisory lock on a connection of its own, outside every pool. It ends
 * with that connection, so whoever can take it knows that nobody else is at work.
 *
 * <p>Not thread-safe.
 */
public final class RunLock implements AutoCloseable {

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock, or finds it taken.
     *
     * @param scope what it guards, such as {@code machine-logs}
     * @throws SQLException when the database cannot be reached
     */
    public static Optional<RunLock> tryTake(DatabaseSettings database, String scope) throws SQLException {
        Connection connection = DriverManager.getConnection(database.url(), properties(database, scope));
        boolean taken = false;
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "atelier:" + scope);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                taken = row.getBoolean(1);
            }
            return taken ? Optional.of(new RunLock(connection)) : Optional.empty();
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    private static Properties properties(DatabaseSettings database, String scope) {
        Properties properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password().reveal());
        properties.setProperty("ApplicationName", "atelier lock " + scope);
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
