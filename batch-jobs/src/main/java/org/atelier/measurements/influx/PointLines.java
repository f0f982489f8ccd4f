package org.atelier.measurements.influx;

import java.io.IOException;
import java.util.List;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;

/**
 * Writes points as line protocol into a buffer that is used again, and hands them on by the batch, in the order of the file.
 * Each line of a batch knows the line of the file that it comes from. Not thread-safe.
 */
final class PointLines implements PointConsumer {

    /** As InfluxDB advises. */
    static final int BATCH = 5_000;

    /** Takes a batch. */
    interface Batches {
        void batch(LineBatch batch) throws IOException;
    }

    private final String campaign;
    private final Batches batches;
    private final LineBuffer buffer = new LineBuffer();
    private final LineBatch batch = new LineBatch(buffer, BATCH);
    private byte[][] prefixes = {};
    private int[] columns = {};
    private long line;
    private long offset;

    PointLines(String campaign, Batches batches) {
        this.campaign = campaign;
        this.batches = batches;
    }

    @Override
    public void channels(List<Channel> channels) throws IOException {
        prefixes = new byte[channels.size()][];
        columns = channels.stream().mapToInt(Channel::column).toArray();
        for (int channel = 0; channel < prefixes.length; channel++) {
            prefixes[channel] = LineProtocol.prefix(campaign, channels.get(channel));
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
        buffer.append(' ');
        buffer.append(epochSecond);
        buffer.append('\n');
        batch.ended(line, offset, columns[channel]);
        if (batch.lines() == BATCH) {
            flush();
        }
    }

    /** Hands on what is left. */
    void flush() throws IOException {
        if (batch.lines() > 0) {
            batches.batch(batch);
            batch.clear();
        }
    }
}
