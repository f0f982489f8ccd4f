package org.atelier.measurements.sink;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.atelier.bulk.BulkCopy;
import org.atelier.measurements.series.FileMeans;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Points of a range that has nothing yet: sent into the tables of their months while they are read, and their means
 * with them. That is right as long as the times of each channel rise; once they do not, nothing more is sent, and what
 * was sent must be rolled back. Memory does not grow with the file. Not thread-safe.
 */
final class NewPoints implements FirstReading.Mode, Closeable {

    private final Jdbi jdbi;
    private final BulkCopy bulk;
    private final long[] keys;
    private final long[] latest;
    private final InSpans spans;
    private final FileMeans means;
    private @Nullable MonthLoad open;
    private boolean rising;
    private long points;

    NewPoints(Jdbi jdbi, BulkCopy bulk, FileSeries series, Path spillDirectory) {
        this.jdbi = jdbi;
        this.bulk = bulk;
        this.keys = series.keyArray();
        this.latest = new long[keys.length];
        Arrays.fill(latest, Long.MIN_VALUE);
        this.spans = new InSpans(series.spans());
        this.means = new FileMeans(keys, spillDirectory);
        this.rising = series.areDistinct();
    }

    @Override
    public void point(int channel, long epochSecond, double value) throws IOException, SQLException {
        if (!rising) {
            return;
        }
        MonthLoad month = open;
        rising = epochSecond > latest[channel]
                && spans.hold(epochSecond)
                && (month == null || !month.isBehind(epochSecond));
        if (rising) {
            latest[channel] = epochSecond;
            month = month == null || !month.holds(epochSecond) ? next(epochSecond) : month;
            month.row(keys[channel], epochSecond, value);
            means.add(channel, epochSecond, value);
            points++;
        }
    }

    private MonthLoad next(long epochSecond) throws IOException, SQLException {
        endMonth();
        YearMonth month = YearMonth.from(Instant.ofEpochSecond(epochSecond).atOffset(ZoneOffset.UTC));
        MonthLoad next = new MonthLoad(jdbi, bulk, month);
        open = next;
        return next;
    }

    private void endMonth() throws IOException, SQLException {
        if (open != null) {
            open.end();
            open = null;
        }
    }

    /** No point comes any more. */
    void end() throws IOException, SQLException {
        if (rising) {
            endMonth();
            means.end();
        }
    }

    /** Whether all points were sent; else what was sent must be rolled back. */
    boolean areRising() {
        return rising;
    }

    FileMeans means() {
        return means;
    }

    long points() {
        return points;
    }

    @Override
    public void close() throws IOException {
        try {
            if (open != null) {
                open.close();
            }
        } finally {
            means.close();
        }
    }
}
