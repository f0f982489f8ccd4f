package org.atelier.measurements.series;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.CopyRows;

/**
 * The means of a file's own points, made while they go by, for series that come in the order of their times. They are
 * those of the windows as long as nothing else is in these; else they say which windows were touched. Not thread-safe.
 */
public final class FileMeans implements Closeable {

    private static final Level[] LEVELS = Level.values();

    private final long[] series;
    private final Map<Level, CopyRows> rows = new EnumMap<>(Level.class);
    private final Map<Level, WindowMean[]> open = new EnumMap<>(Level.class);

    /**
     * Of these series.
     *
     * @param series their keys
     * @param spillDirectory where rows go that do not fit into memory
     */
    public FileMeans(long[] series, Path spillDirectory) {
        this.series = series.clone();
        for (Level level : LEVELS) {
            rows.put(level, CopyRows.ofMany(spillDirectory));
            WindowMean[] windows = new WindowMean[series.length];
            Arrays.setAll(windows, each -> new WindowMean());
            open.put(level, windows);
        }
    }

    /** A point of the series at that index, later than all before of this series. */
    public void add(int index, long epochSecond, double value) throws IOException {
        for (Level level : LEVELS) {
            WindowMean window = openOf(level)[index];
            if (!window.holds(epochSecond)) {
                window.row(series[index], of(level));
                window.open(level.start(epochSecond), level.seconds());
            }
            window.add(value);
        }
    }

    /** Ends all windows; nothing is added any more. */
    public void end() throws IOException {
        for (Level level : LEVELS) {
            WindowMean[] windows = openOf(level);
            for (int index = 0; index < series.length; index++) {
                windows[index].row(series[index], of(level));
                windows[index].open(0, 0);
            }
        }
    }

    /** Copies them into their tables, which have no row of these windows yet. */
    public void copy(BulkCopy bulk) throws SQLException, IOException {
        for (Level level : LEVELS) {
            bulk.copy(level.copied(), of(level));
        }
    }

    private WindowMean[] openOf(Level level) {
        return Objects.requireNonNull(open.get(level));
    }

    CopyRows of(Level level) {
        return Objects.requireNonNull(rows.get(level));
    }

    @Override
    public void close() throws IOException {
        for (CopyRows each : rows.values()) {
            each.close();
        }
    }
}
