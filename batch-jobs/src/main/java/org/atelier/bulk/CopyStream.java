package org.atelier.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Rows of one table that are sent while they come. Until it is closed the connection can do nothing else. Closed before
 * its {@link #end()} it fails the transaction, as any failed statement does. Not thread-safe.
 */
public final class CopyStream extends CopyEncoder implements Closeable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final byte[] NO_FLAGS_NO_EXTENSION = new byte[8];
    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};
    private static final int BLOCK = 64 * 1024;

    private final PGCopyOutputStream out;
    private final StreamBuffer buffer;
    private final Runnable release;

    private CopyStream(PGCopyOutputStream out, StreamBuffer buffer, Runnable release) {
        super(buffer);
        this.out = out;
        this.buffer = buffer;
        this.release = release;
    }

    /** @param table table and columns: a constant of the caller, never data */
    static CopyStream open(DataSource dataSource, String table) throws SQLException, IOException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            PGCopyOutputStream out = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class), "copy " + table + " from stdin (format binary)", BLOCK);
            out.write(SIGNATURE);
            out.write(NO_FLAGS_NO_EXTENSION);
            return new CopyStream(
                    out, new StreamBuffer(out), () -> DataSourceUtils.releaseConnection(connection, dataSource));
        } catch (SQLException | IOException e) {
            DataSourceUtils.releaseConnection(connection, dataSource);
            throw e;
        }
    }

    /** Sends rows that were kept. */
    void send(CopyRows rows) throws IOException {
        buffer.flush();
        rows.writeTo(out);
    }

    /**
     * Ends the COPY: all rows are in the table.
     *
     * @throws SQLException when the server refuses a row or is gone
     */
    public void end() throws SQLException, IOException {
        buffer.flush();
        out.write(TRAILER);
        out.endCopy();
    }

    @Override
    public void close() throws IOException {
        try {
            // Closing it would end the COPY and keep what was sent so far.
            if (out.isActive()) {
                out.cancelCopy();
            }
        } catch (SQLException e) {
            throw new IOException("The rows that were sent could not be given up.", e);
        } finally {
            release.run();
        }
    }
}
