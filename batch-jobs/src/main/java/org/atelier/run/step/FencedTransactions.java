package org.atelier.run.step;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.atelier.run.lock.Fence;
import org.atelier.sql.SessionLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The transactions of a run: chunks, tasklets and Spring Batch's own record alike pass the {@link Fence} before they
 * commit.
 */
public final class FencedTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(FencedTransactions.class);

    private final transient Fence fence;
    private final boolean liftsLimits;

    /** @param liftsLimits whether each transaction lifts the limits of its session, which is not its own */
    public FencedTransactions(DataSource dataSource, Fence fence, boolean liftsLimits) {
        super(dataSource);
        // Else work outside of a transaction would keep the connection of its first query to its end.
        setTransactionSynchronization(SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
        this.fence = fence;
        this.liftsLimits = liftsLimits;
    }

    /** Whether each transaction lifts the limits of its session, with its first statement. */
    boolean liftsLimits() {
        return liftsLimits;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (liftsLimits) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(SessionLimit.liftingForTransaction());
            }
        }
    }

    /** A server whose session is gone has rolled back what it had: how the transaction ended is known. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        Connection connection = ((JdbcTransactionObjectSupport) status.getTransaction())
                .getConnectionHolder()
                .getConnection();
        try {
            super.doRollback(status);
        } catch (TransactionException | DataAccessException e) {
            if (!isGone(connection)) {
                throw e;
            }
            LOG.debug("The server rolled back by itself", e);
        }
    }

    private static boolean isGone(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            LOG.debug("A connection that cannot be asked is no better than a closed one", e);
            return true;
        }
    }

    /** Here, not in {@code doCommit}: only a failure here rolls the transaction back. */
    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        if (status.isNewTransaction() && !status.isReadOnly()) {
            DataSource dataSource = obtainDataSource();
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                fence.pass(connection);
            } catch (SQLException e) {
                throw translateException("Fence", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }
    }
}
