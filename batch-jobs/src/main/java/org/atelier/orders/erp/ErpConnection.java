package org.atelier.orders.erp;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to the ERP's database within one consistent snapshot, read only. Everything that is read on it shows the
 * same moment. Not thread-safe.
 */
public final class ErpConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ErpConnection.class);

    private final ErpSource source;
    private final Connection connection;

    private ErpConnection(ErpSource source, Connection connection) {
        this.source = source;
        this.connection = connection;
    }

    /**
     * Connects and takes the snapshot.
     *
     * @throws IOException when the server cannot be reached or refuses the login
     * @throws org.atelier.settings.ConfigurationException when the database is not there or may not be read
     */
    @SuppressWarnings("MustBeClosedChecker") // the caller's to close, by close()
    public static ErpConnection open(ErpSource source) throws IOException {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection(source.url(), properties(source));
            // Logged in: from here on it may be silent for as long as a query takes.
            connection.setNetworkTimeout(Runnable::run, Integer.parseInt(millis(source.dataTimeout())));
            try (Statement statement = connection.createStatement()) {
                statement.execute("set session transaction isolation level repeatable read");
                statement.execute("start transaction with consistent snapshot, read only");
            }
            return new ErpConnection(source, connection);
        } catch (SQLException e) {
            closeQuietly(connection, e);
            throw ErpFaults.of(e, source, false);
        }
    }

    private static Properties properties(ErpSource source) {
        Properties properties = new Properties();
        properties.setProperty("user", source.username());
        properties.setProperty("password", source.password().reveal());
        properties.setProperty("connectTimeout", millis(source.connectTimeout()));
        // Until it is logged in.
        properties.setProperty("socketTimeout", millis(source.connectTimeout()));
        properties.setProperty("tcpKeepAlive", "true");
        // Heads come by a server-side cursor, so that what belongs to them can be asked for in between.
        properties.setProperty("useCursorFetch", "true");
        properties.setProperty("characterEncoding", "UTF-8");
        // Texts are put aside as they come, whatever character sets the columns have.
        properties.setProperty("characterSetResults", "UTF-8");
        properties.setProperty("connectionAttributes", "program_name:atelier");
        // Without TLS, a server that was just started takes a password of MySQL 8's kind by its public key only.
        setUnlessInUrl(properties, source, "allowPublicKeyRetrieval");
        // A quarter of the bytes, on the network and to decrypt: Java, just started, does that at 20 MB/s.
        setUnlessInUrl(properties, source, "useCompression");
        return properties;
    }

    /** What stands here would win over the URL. */
    private static void setUnlessInUrl(Properties properties, ErpSource source, String name) {
        if (!source.url().contains(name)) {
            properties.setProperty(name, "true");
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(Math.min(duration.toMillis(), Integer.MAX_VALUE));
    }

    private static void closeQuietly(@Nullable Connection connection, SQLException cause) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** What reads on the connection. */
    @FunctionalInterface
    interface Query<T> {

        T on(Connection connection) throws SQLException, IOException;
    }

    /**
     * Reads.
     *
     * @throws IOException when the connection is cut; the run may go on in a new snapshot
     */
    <T> T read(Query<T> query) throws IOException {
        try {
            return query.on(connection);
        } catch (SQLException e) {
            throw ErpFaults.of(e, source, true);
        }
    }

    /** Where this is, for messages. */
    String label() {
        return source.label();
    }

    /** Ends the snapshot. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("Closing the ERP's connection", e);
        }
    }
}
