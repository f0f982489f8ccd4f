package org.atelier.measurements.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.atelier.measurements.point.Channel;

/** Counts, least, greatest and sum of each channel's values. */
final class ChannelSums {

    /** Sums are kept so much smaller, by a power of two: no sum of doubles overflows then. */
    private static final double SCALE = 0x1p-64;

    private final List<Channel> channels;
    private final long[] counts;
    private final double[] least;
    private final double[] greatest;
    private final double[] sums;
    /** What the sums lost by rounding (Neumaier). */
    private final double[] lost;

    ChannelSums(List<Channel> channels) {
        this.channels = channels;
        int n = channels.size();
        counts = new long[n];
        least = new double[n];
        greatest = new double[n];
        sums = new double[n];
        lost = new double[n];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    }

    void add(int channel, double value) {
        counts[channel]++;
        least[channel] = Math.min(least[channel], value);
        greatest[channel] = Math.max(greatest[channel], value);
        double term = value * SCALE;
        double before = sums[channel];
        double sum = before + term;
        lost[channel] += Math.abs(before) >= Math.abs(term) ? (before - sum) + term : (term - sum) + before;
        sums[channel] = sum;
    }

    List<ChannelFigures> figures() {
        List<ChannelFigures> figures = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            figures.add(
                    counts[i] == 0
                            ? new ChannelFigures(channels.get(i), 0, 0, 0, 0)
                            : new ChannelFigures(channels.get(i), counts[i], least[i], greatest[i], mean(i)));
        }
        return List.copyOf(figures);
    }

    private double mean(int channel) {
        double mean = (sums[channel] + lost[channel]) / counts[channel] / SCALE;
        return Math.max(least[channel], Math.min(greatest[channel], mean));
    }
}
