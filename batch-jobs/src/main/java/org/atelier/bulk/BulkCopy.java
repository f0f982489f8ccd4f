package org.atelier.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Sends {@link CopyRows} to PostgreSQL with {@code COPY ... FROM STDIN}, on the connection of the transaction that is
 * open: what is copied is committed or rolled back with everything else of that transaction.
 *
 * <p>Thread-safe. A failed COPY leaves the transaction failed, as any failed statement does.
 */
public final class BulkCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final byte[] NO_FLAGS_NO_EXTENSION = new byte[8];
    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};
    private static final int BLOCK = 64 * 1024;

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
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            PGCopyOutputStream out =
                    new PGCopyOutputStream(postgres, "copy " + table + " from stdin (format binary)", BLOCK);
            try {
                send(rows, out);
                out.endCopy();
            } finally {
                // Closing would end the COPY and keep what was sent so far.
                if (out.isActive()) {
                    out.cancelCopy();
                }
            }
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

    private static void send(CopyRows rows, OutputStream out) throws IOException {
        out.write(SIGNATURE);
        out.write(NO_FLAGS_NO_EXTENSION);
        rows.writeTo(out);
        out.write(TRAILER);
    }
}
