package org.atelier.run.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.atelier.run.EndRequest;
import org.atelier.sql.LoginSource;

/**
 * A run's pool. It lends no connection any more once the run's lock is lost, when nothing could be committed: with the
 * server gone, each record of the end would wait for one in vain. Thread-safe.
 */
final class RunDataSource extends HikariDataSource {

    /** How long the pool waits for a connection before it is asked again. */
    static final long SLICE_MILLIS = 1_000;

    private static final int SLICES = 10;
    private static final String NO_CONNECTION = "08003";

    private final EndRequest end;

    RunDataSource(HikariConfig config, EndRequest end) {
        super(loggingInByItself(config));
        this.end = end;
    }

    private static HikariConfig loggingInByItself(HikariConfig config) {
        config.setDataSource(new LoginSource(config.getJdbcUrl(), config.getDataSourceProperties()));
        return config;
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (int slice = 1; ; slice++) {
            String lost = end.lost();
            if (lost != null) {
                throw new SQLNonTransientConnectionException(lost, NO_CONNECTION);
            }
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException e) {
                if (slice == SLICES) {
                    throw e;
                }
            }
        }
    }
}
