package org.atelier.bulk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Sends {@link CopyRows} to PostgreSQL with {@code COPY ... FROM STDIN}, on the connection of the transaction that is
 * open: what is copied is committed or rolled back with everything else of that transaction.
 *
 * <p>Thread-safe. A failed COPY leaves the transaction failed, as any failed statement does.
 */
public final class BulkCopy {

    private final DataSource dataSource;

    /** @param dataSource the one that the transaction manager uses */
    public BulkCopy(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Copies the rows; does nothing when there are none.
     *
     * @param table table and columns, such as {@code piece_production (session_id, numero_piece)}: a constant of the
     *     caller, never data
     * @throws SQLException when the server refuses a row or is gone
     */
    public void copy(String table, CopyRows rows) throws SQLException, IOException {
        if (rows.rows() == 0) {
            return;
        }
        try (CopyStream out = stream(table)) {
            out.send(rows);
            out.end();
        }
    }

    /**
     * Rows that are sent while they come; the caller closes it.
     *
     * @param table as in {@link #copy}
     * @throws SQLException when the server refuses or is gone
     */
    public CopyStream stream(String table) throws SQLException, IOException {
        return CopyStream.open(dataSource, table);
    }

    /**
     * Reads rows of a query, in the server's order, none of which is kept.
     *
     * @param query a constant of the caller or made of numbers; each column has eight bytes ({@code bigint},
     *     {@code timestamptz}, {@code double precision}) and is never null
     * @throws SQLException when the server refuses or is gone
     */
    public void read(String query, LongRows each) throws SQLException, IOException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PGCopyInputStream in = new PGCopyInputStream(
                connection.unwrap(PGConnection.class), "copy (" + query + ") to stdout (format binary)")) {
            LongRows.read(in, each);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /**
     * Copies the rows, or none of them: a refused COPY leaves the transaction as it was before.
     *
     * @param table as in {@link #copy}
     * @throws SQLException when the server refuses a row or is gone
     */
    public void copyOrUndo(String table, CopyRows rows) throws SQLException, IOException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
            try {
                copy(table, rows);
            } catch (SQLException e) {
                if (before != null && !connection.isClosed()) {
                    connection.rollback(before);
                }
                throw e;
            }
            if (before != null) {
                connection.releaseSavepoint(before);
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
