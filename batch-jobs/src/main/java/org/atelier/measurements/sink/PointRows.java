package org.atelier.measurements.sink;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.atelier.bulk.CopyRows;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.atelier.measurements.series.FileMeans;

/**
 * The points of a file as rows for COPY, and what can be known of them only once all are read: their months, their
 * means, and whether the times of each channel rise. Memory does not grow with the file. Not thread-safe.
 */
final class PointRows implements PointConsumer, Closeable {

    /** Gives channels their keys. */
    interface Keys {
        long[] of(List<Channel> channels);
    }

    private final Path spillDirectory;
    private final Keys keys;
    private final CopyRows rows;
    private final Months months = new Months();
    private long[] series = {};
    private long[] latest = {};
    private FileMeans means;
    private boolean rising = true;

    PointRows(Path spillDirectory, Keys keys) {
        this.spillDirectory = spillDirectory;
        this.keys = keys;
        this.rows = new CopyRows(spillDirectory);
        this.means = new FileMeans(series, spillDirectory);
    }

    @Override
    public void channels(List<Channel> channels) throws IOException {
        series = keys.of(channels);
        // Two columns of one series would meet each other.
        rising = Arrays.stream(series).distinct().count() == series.length;
        latest = new long[series.length];
        Arrays.fill(latest, Long.MIN_VALUE);
        means.close();
        means = new FileMeans(series, spillDirectory);
    }

    @Override
    public void point(int channel, long epochSecond, double value) throws IOException {
        rows.row(3).bigint(series[channel]).instant(epochSecond).float8(value);
        months.add(epochSecond);
        rising &= epochSecond > latest[channel];
        latest[channel] = epochSecond;
        if (rising) {
            means.add(channel, epochSecond, value);
        }
    }

    /** No point comes any more. */
    void end() throws IOException {
        means.end();
    }

    /** Whether no series has two points of one time, for each is later than the one before. */
    boolean areRising() {
        return rising;
    }

    CopyRows rows() {
        return rows;
    }

    Months months() {
        return months;
    }

    /** The keys of the channels, in their order. */
    long[] series() {
        return series.clone();
    }

    /** Of all points, as long as they {@link #areRising() rise}. */
    FileMeans means() {
        return means;
    }

    @Override
    public void close() throws IOException {
        try (rows) {
            means.close();
        }
    }
}
