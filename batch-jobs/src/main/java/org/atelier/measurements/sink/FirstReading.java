package org.atelier.measurements.sink;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.atelier.bulk.BulkCopy;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file for the first time: where its range has nothing yet the points are {@linkplain NewPoints sent} at once,
 * else they are {@linkplain DayDigests compared}. Not thread-safe.
 */
final class FirstReading implements PointConsumer, Closeable {

    /** Behind the channels, and before the points that are sent. */
    static final String SAVEPOINT = "points";

    /** What is done with the points. */
    interface Mode {
        void point(int channel, long epochSecond, double value) throws IOException, SQLException;
    }

    private final Jdbi jdbi;
    private final BulkCopy bulk;
    private final FilePoints file;
    private final Path spillDirectory;
    private FileSeries series = new FileSeries(List.of(), List.of());
    private boolean windowsFree;
    private @Nullable NewPoints sent;
    private @Nullable DayDigests compared;
    private Mode mode = (channel, epochSecond, value) -> {};

    FirstReading(Jdbi jdbi, BulkCopy bulk, FilePoints file, Path spillDirectory) {
        this.jdbi = jdbi;
        this.bulk = bulk;
        this.file = file;
        this.spillDirectory = spillDirectory;
    }

    @Override
    public void channels(List<Channel> channels) {
        jdbi.useHandle(handle -> {
            // Statements that are done sooner than compiled are not compiled.
            handle.execute("set local jit = off");
            series = FileSeries.of(new ChannelStore(handle, file).keep(channels), Months.spans(file));
            windowsFree = FreeRange.windowsAreFree(handle, series);
            if (windowsFree || FreeRange.isFree(handle, series)) {
                handle.execute("savepoint " + SAVEPOINT);
                sent = new NewPoints(jdbi, bulk, series, spillDirectory);
                mode = sent;
            } else {
                compared = new DayDigests(series);
                mode = compared;
            }
        });
    }

    @Override
    public void point(int channel, long epochSecond, double value) throws IOException {
        try {
            mode.point(channel, epochSecond, value);
        } catch (SQLException e) {
            throw new IOException("The points cannot be sent.", e);
        }
    }

    FileSeries series() {
        return series;
    }

    /** The points that were sent; null when none were. */
    @Nullable NewPoints sent() {
        return sent;
    }

    /** Whether the windows of the points that were sent had nothing, neither. */
    boolean windowsAreFree() {
        return windowsFree;
    }

    /** The digests of the points that were not sent. */
    DayDigests compared() {
        return Objects.requireNonNull(compared, "asked only of points that were not sent");
    }

    @Override
    public void close() throws IOException {
        if (sent != null) {
            sent.close();
        }
    }
}
