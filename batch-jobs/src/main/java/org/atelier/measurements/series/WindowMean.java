package org.atelier.measurements.series;

import java.io.IOException;
import org.atelier.bulk.CopyRows;

/**
 * Mean, minimum and maximum of one window of one series while its values come in the order of their times. Gives, to
 * the last bit, what {@link #MEAN} gives in PostgreSQL: sums depend on their order, which is that of time in both. Not
 * thread-safe.
 *
 * <p>Values of which a sum of squares could go beyond a {@code double}, as PostgreSQL's {@code avg} keeps one, are
 * scaled by a power of two first; they are no measurements, but a file may hold them.
 */
final class WindowMean {

    private static final double HUGE = 1e140;
    private static final double NOTHING_BESIDE_HUGE = 1e-100;
    private static final double SCALE = 0x1p-64;
    private static final double BOUND = Double.MAX_VALUE * SCALE;

    /** The same in SQL, of {@code valeur} by {@code horodatage}. */
    static final String MEAN = """
            case when max(abs(valeur)) < float8 '%1$s'
                 then avg(valeur order by horodatage) filter (where abs(valeur) < float8 '%1$s')
                 else least(greatest(sum(case when abs(valeur) < float8 '%2$s' then 0 else valeur * float8 '%3$s' end
                                         order by horodatage) / count(*), -float8 '%4$s'), float8 '%4$s')
                      * float8 '%5$s' end""".formatted(HUGE, NOTHING_BESIDE_HUGE, SCALE, BOUND, 1 / SCALE);

    private long start = Long.MIN_VALUE;
    private long end = Long.MIN_VALUE;
    private long count;
    private double sum;
    private double scaled;
    private double minimum;
    private double maximum;

    /** Whether a time lies in the window that is open. */
    boolean holds(long epochSecond) {
        return epochSecond < end && epochSecond >= start;
    }

    /** Begins another window. */
    void open(long windowStart, long seconds) {
        start = windowStart;
        end = windowStart + seconds;
        count = 0;
        sum = 0;
        scaled = 0;
    }

    void add(double value) {
        // Of 0.0 and -0.0 the later one stays, as in PostgreSQL.
        minimum = count > 0 && minimum < value ? minimum : value;
        maximum = count > 0 && maximum > value ? maximum : value;
        sum += value;
        scaled += Math.abs(value) < NOTHING_BESIDE_HUGE ? 0 : value * SCALE;
        count++;
    }

    /** Adds the window's row, when it has any value. */
    void row(long series, CopyRows rows) throws IOException {
        if (count > 0) {
            rows.row(6)
                    .bigint(series)
                    .instant(start)
                    .float8(mean())
                    .float8(minimum)
                    .float8(maximum)
                    .bigint(count);
        }
    }

    private double mean() {
        return Math.max(Math.abs(minimum), Math.abs(maximum)) < HUGE
                ? sum / count
                : Math.min(Math.max(scaled / count, -BOUND), BOUND) / SCALE;
    }
}
