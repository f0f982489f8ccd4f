package org.atelier.measurements.sink;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.YearMonth;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.CopyStream;
import org.jdbi.v3.core.Jdbi;

/** Sends new points of one month into its table. Until it ends the connection can do nothing else. Not thread-safe. */
final class MonthLoad implements Closeable {

    private final Jdbi jdbi;
    private final YearMonth month;
    private final boolean made;
    private final long start;
    private final long end;
    private final CopyStream rows;

    /** Makes the table when it is missing. */
    MonthLoad(Jdbi jdbi, BulkCopy bulk, YearMonth month) throws SQLException, IOException {
        this.jdbi = jdbi;
        this.month = month;
        this.start = Months.startOf(month);
        this.end = Months.startOf(month.plusMonths(1));
        this.made = jdbi.withHandle(handle -> MonthPartitions.begin(handle, month));
        this.rows = bulk.stream(MonthPartitions.name(month) + " (voie_id, horodatage, valeur)");
    }

    /** Whether a time lies before this month. */
    boolean isBehind(long epochSecond) {
        return epochSecond < start;
    }

    /** Whether a time lies in this month. */
    boolean holds(long epochSecond) {
        return epochSecond >= start && epochSecond < end;
    }

    void row(long series, long epochSecond, double value) throws IOException {
        rows.row(3).bigint(series).instant(epochSecond).float8(value);
    }

    /** All rows of it were given. */
    void end() throws SQLException, IOException {
        rows.end();
        rows.close();
        if (made) {
            jdbi.useHandle(handle -> MonthPartitions.attach(handle, month));
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
