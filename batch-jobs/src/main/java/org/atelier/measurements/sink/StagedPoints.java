package org.atelier.measurements.sink;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.atelier.bulk.CopyStream;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.jspecify.annotations.Nullable;

/** Sends the points of some days of a file into a table while they are read, in their order. Not thread-safe. */
final class StagedPoints implements PointConsumer {

    private static final int DAY_SECONDS = 86_400;

    private final CopyStream rows;
    private final long[] keys;
    private final @Nullable Set<Long> days;
    private final Months months;
    private long day = Long.MIN_VALUE;
    private boolean wanted;

    /**
     * Sends nothing yet.
     *
     * @param days since 1970; null for all
     * @param months takes the times that are sent
     */
    StagedPoints(CopyStream rows, FileSeries series, @Nullable Set<Long> days, Months months) {
        this.rows = rows;
        this.months = months;
        this.keys = series.keyArray();
        this.days = days;
    }

    @Override
    public void channels(List<Channel> channels) {
        // They have their keys already.
    }

    @Override
    public void point(int channel, long epochSecond, double value) throws IOException {
        long of = Math.floorDiv(epochSecond, DAY_SECONDS);
        if (of != day) {
            day = of;
            wanted = days == null || days.contains(of);
        }
        if (wanted) {
            rows.row(3).bigint(keys[channel]).instant(epochSecond).float8(value);
            months.add(epochSecond);
        }
    }
}
