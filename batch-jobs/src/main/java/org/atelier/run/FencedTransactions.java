package org.atelier.run;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The transactions of a run: chunks, tasklets and Spring Batch's own record alike pass the {@link Fence} before they
 * commit.
 */
final class FencedTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient Fence fence;

    FencedTransactions(DataSource dataSource, Fence fence) {
        super(dataSource);
        // Else work outside of a transaction would keep the connection of its first query to its end.
        setTransactionSynchronization(SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
        this.fence = fence;
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
