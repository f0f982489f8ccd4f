package org.atelier.measurements.sink;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.LongRows;

/**
 * Tells days of a file that the table has already from those it has not, without holding any point: a backlog that is
 * sent again and again is mostly there. Not thread-safe.
 *
 * <p>Of each day there is a digest, whatever the order of its points: their number and two sums of a hash of series,
 * time and value. Two different sets of points have the same one with a probability of about 2^-128.
 */
final class DayDigests implements FirstReading.Mode {

    private static final int DAY_SECONDS = 86_400;

    /** Three numbers a day. */
    private static final class Digest {
        private long count;
        private long sum;
        private long other;

        void add(long hash) {
            count++;
            sum += hash;
            other += mix(hash + 0x9E37_79B9_7F4A_7C15L);
        }

        boolean isSameAs(Digest than) {
            return count == than.count && sum == than.sum && other == than.other;
        }
    }

    /** Digests by day since 1970; looks up a day only when it is not that of the point before. */
    private static final class Days {
        private final Map<Long, Digest> all = new HashMap<>();
        private long day = Long.MIN_VALUE;
        private Digest current = new Digest();

        void add(long key, long epochSecond, long bits) {
            long of = Math.floorDiv(epochSecond, DAY_SECONDS);
            if (of != day) {
                day = of;
                current = all.computeIfAbsent(of, each -> new Digest());
            }
            current.add(mix(mix(mix(key) + epochSecond) + bits));
        }
    }

    private final FileSeries series;
    private final long[] keys;
    private final long[] latest;
    private final InSpans spans;
    private final Days ours = new Days();
    private boolean rising;
    private long points;

    DayDigests(FileSeries series) {
        this.series = series;
        this.keys = series.keyArray();
        this.latest = new long[keys.length];
        Arrays.fill(latest, Long.MIN_VALUE);
        this.spans = new InSpans(series.spans());
        this.rising = series.areDistinct();
    }

    @Override
    public void point(int channel, long epochSecond, double value) {
        rising = rising && epochSecond > latest[channel] && spans.hold(epochSecond);
        if (rising) {
            latest[channel] = epochSecond;
            ours.add(keys[channel], epochSecond, Double.doubleToRawLongBits(value));
            points++;
        }
    }

    /** Whether the times of each channel rise; else nothing can be said of the days. */
    boolean areRising() {
        return rising;
    }

    long points() {
        return points;
    }

    /**
     * The days, since 1970, of which the table has other points than the file, or more: rows of the table that the file
     * does not have are no reason to write, but to look closer.
     */
    Set<Long> changed(BulkCopy bulk) throws SQLException, IOException {
        Days theirs = new Days();
        for (Span span : series.spans()) {
            bulk.read(query(span), row -> theirs.add(row[0], LongRows.epochSecond(row[1]), row[2]));
        }
        Set<Long> changed = new TreeSet<>();
        ours.all.forEach((day, digest) -> {
            if (!digest.isSameAs(Objects.requireNonNullElseGet(theirs.all.get(day), Digest::new))) {
                changed.add(day);
            }
        });
        return changed;
    }

    private String query(Span span) {
        return "select voie_id, horodatage, valeur from mesure_electrique where voie_id = any('{" + series.list()
                + "}') and horodatage between to_timestamp(" + span.first() + ") and to_timestamp(" + span.last() + ")";
    }

    /** Stafford's variant 13 of the finaliser of MurmurHash3, as in {@code java.util.SplittableRandom}. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
