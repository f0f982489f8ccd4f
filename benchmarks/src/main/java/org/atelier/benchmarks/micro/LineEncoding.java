package org.atelier.benchmarks.micro;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.atelier.measurements.influx.PointLines;
import org.atelier.measurements.point.Channel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Points to line protocol, and copying the same bytes; an operation is a point. */
@State(Scope.Benchmark)
public class LineEncoding {

    private static final int ROWS = 5_000;
    private static final int CHANNELS = 12;
    private static final int BATCH = 5_000;

    private final List<Channel> channels = channels();
    private final double[] values = new Random(17)
            .doubles(ROWS * CHANNELS, -50, 350)
            .map(each -> Math.round(each * 100) / 100.0)
            .toArray();
    private byte[] sample = {};
    private byte[] copy = {};
    private long bytes;
    private final PointLines lines = new PointLines("essai", batch -> bytes += batch.length());

    /** Makes what is copied: the bytes of a batch. */
    @Setup
    public void setUp() throws IOException {
        PointLines batches = new PointLines("essai", batch -> {
            sample = new byte[batch.length()];
            batch.copyTo(sample);
        });
        batches.channels(channels);
        for (int point = 0; point < BATCH; point++) {
            batches.point(point % CHANNELS, 1_773_100_800L + point, values[point]);
        }
        copy = new byte[sample.length];
        lines.channels(channels);
    }

    /** What is measured: bytes of all points. */
    @Benchmark
    @OperationsPerInvocation(ROWS * CHANNELS)
    public long encoded() throws IOException {
        for (int row = 0; row < ROWS; row++) {
            lines.row(row, row);
            for (int channel = 0; channel < CHANNELS; channel++) {
                lines.point(channel, 1_773_100_800L + row * 600L, values[row * CHANNELS + channel]);
            }
        }
        return bytes;
    }

    /** What it is compared with: as many bytes, a batch at a time. */
    @Benchmark
    @OperationsPerInvocation(ROWS * CHANNELS)
    public byte copied() {
        for (int batch = 0; batch < ROWS * CHANNELS / BATCH; batch++) {
            System.arraycopy(sample, 0, copy, 0, sample.length);
        }
        return copy[sample.length - 1];
    }

    private static List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (int i = 1; i <= CHANNELS; i++) {
            channels.add(new Channel(i, "02009001", "02009001", "tri", "U" + i, "Voie " + i, "V"));
        }
        return channels;
    }
}
