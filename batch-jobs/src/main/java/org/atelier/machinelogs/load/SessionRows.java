package org.atelier.machinelogs.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.CopyRows;
import org.atelier.machinelogs.session.SessionDetails;
import org.jspecify.annotations.Nullable;

/** The detail rows of one session, encoded for COPY while the session is assembled. Not thread-safe. */
final class SessionRows implements SessionDetails, Closeable {

    private final long sessionId;
    private final CopyRows pieces;
    private final CopyRows profiles;
    private final CopyRows waits;
    private final CopyRows stops;

    SessionRows(long sessionId, Path spillDirectory) {
        this.sessionId = sessionId;
        this.pieces = new CopyRows(spillDirectory);
        this.profiles = new CopyRows(spillDirectory);
        this.waits = new CopyRows(spillDirectory);
        this.stops = new CopyRows(spillDirectory);
    }

    @Override
    public void piece(int number, long localMicros, @Nullable String details) {
        try {
            pieces.row(4)
                    .bigint(sessionId)
                    .integer(number)
                    .timestamp(localMicros)
                    .text(details);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void profile(
            String reference,
            BigDecimal length,
            @Nullable String colour,
            long startLocalMicros,
            @Nullable Long endLocalMicros,
            int piecesMade) {
        try {
            profiles.row(7)
                    .bigint(sessionId)
                    .text(reference)
                    .numeric(length)
                    .text(colour)
                    .timestamp(startLocalMicros)
                    .timestampOrNull(endLocalMicros)
                    .integer(piecesMade);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void waitPeriod(long startLocalMicros, long endLocalMicros, BigDecimal seconds) {
        period(waits, startLocalMicros, endLocalMicros, seconds);
    }

    @Override
    public void stopPeriod(long startLocalMicros, long endLocalMicros, BigDecimal seconds) {
        period(stops, startLocalMicros, endLocalMicros, seconds);
    }

    /** How many rows there are in all tables. */
    long count() {
        return pieces.rows() + profiles.rows() + waits.rows() + stops.rows();
    }

    /** Copies all rows in the transaction that is open. */
    void copy(BulkCopy bulk) throws SQLException, IOException {
        bulk.copy(DetailTable.PIECES.copied(), pieces);
        bulk.copy(DetailTable.PROFILES.copied(), profiles);
        bulk.copy(DetailTable.WAITS.copied(), waits);
        bulk.copy(DetailTable.STOPS.copied(), stops);
    }

    /** Writes the bytes of all rows: the same rows always give the same bytes. */
    void writeTo(OutputStream out) throws IOException {
        pieces.writeTo(out);
        profiles.writeTo(out);
        waits.writeTo(out);
        stops.writeTo(out);
    }

    private void period(CopyRows rows, long startLocalMicros, long endLocalMicros, BigDecimal seconds) {
        try {
            rows.row(4)
                    .bigint(sessionId)
                    .timestamp(startLocalMicros)
                    .timestamp(endLocalMicros)
                    .numeric(seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (pieces;
                profiles;
                waits;
                stops) {
            // Closing is all there is to do; a failure of one does not keep the others open.
        }
    }
}
