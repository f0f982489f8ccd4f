package org.atelier.measurements.influx;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes points as line protocol into a buffer that is used again, and hands them on by the batch, in the order of the
 * file. Each line of a batch knows the line of the file that it comes from. Not thread-safe.
 */
public final class PointLines implements PointConsumer {

    /** As InfluxDB advises. */
    static final int BATCH = 5_000;

    /** Takes a batch. */
    public interface Batches {
        void batch(LineBatch batch) throws IOException;
    }

    private final String campaign;
    private final Prefixes prefixOf;
    private final Batches batches;
    private final LineBuffer buffer = new LineBuffer();
    private final LineBatch batch = new LineBatch(buffer, BATCH);
    private byte[][] prefixes = {};
    private int[] columns = {};
    private long[] latest = {};
    private @Nullable String master;
    private final LineBuffer stamp = new LineBuffer();
    private long second = Long.MIN_VALUE;
    private boolean rising = true;
    private long points;
    private long line;
    private long offset;

    /** Writes what comes before the value of a channel. */
    interface Prefixes {
        byte[] prefix(String campaign, Channel channel) throws UnwritableNameException;
    }

    /**
     * Of a campaign, as InfluxDB 2 has it.
     *
     * @param batches take what is written
     */
    public PointLines(String campaign, Batches batches) {
        this(campaign, (name, channel) -> LineProtocol.prefix(name, channel, channel.field()), batches);
    }

    /** Of a campaign, as a server has it. */
    PointLines(String campaign, Prefixes prefixOf, Batches batches) {
        this.campaign = campaign;
        this.prefixOf = prefixOf;
        this.batches = batches;
    }

    @Override
    public void channels(List<Channel> channels) throws IOException {
        prefixes = new byte[channels.size()][];
        columns = channels.stream().mapToInt(Channel::column).toArray();
        latest = new long[prefixes.length];
        Arrays.fill(latest, Long.MIN_VALUE);
        master = channels.isEmpty() ? null : channels.get(0).masterSerial();
        for (int channel = 0; channel < prefixes.length; channel++) {
            Channel each = channels.get(channel);
            prefixes[channel] = prefixOf.prefix(campaign, each);
        }
    }

    @Override
    public void row(long number, long byteOffset) {
        line = number;
        offset = byteOffset;
    }

    @Override
    public void point(int channel, long epochSecond, double value) throws IOException {
        buffer.append(prefixes[channel]);
        buffer.append(value);
        if (epochSecond != second) {
            // All channels of a row have the same.
            second = epochSecond;
            stamp.clear();
            stamp.append(' ');
            stamp.append(epochSecond);
            stamp.append('\n');
        }
        buffer.append(stamp);
        rising &= epochSecond > latest[channel];
        latest[channel] = epochSecond;
        points++;
        batch.ended(line, offset, columns[channel]);
        if (batch.lines() == BATCH) {
            flush();
        }
    }

    /** The serial of the file's master; null for a file without channels. */
    @Nullable String master() {
        return master;
    }

    /**
     * How many points have a time and a series of their own; null when times repeat or go back, so that nobody knows.
     */
    @Nullable Long distinct() {
        return rising ? points : null;
    }

    /** Hands on what is left. */
    public void flush() throws IOException {
        if (batch.lines() > 0) {
            batches.batch(batch);
            batch.clear();
        }
    }
}
