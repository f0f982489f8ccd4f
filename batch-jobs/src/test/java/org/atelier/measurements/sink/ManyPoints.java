package org.atelier.measurements.sink;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;

/**
 * A file of many rows of ten channels, ten seconds apart, made while it is read.
 *
 * @param rows how many
 * @param shift added to each value
 */
record ManyPoints(int rows, double shift) implements FilePoints {

    private static final int CHANNELS = 10;
    private static final long SECONDS = 10;
    private static final long START = Instant.parse("2026-03-01T00:00:05Z").getEpochSecond();

    @Override
    public String bucket() {
        return "durand";
    }

    @Override
    public String campaign() {
        return "essai";
    }

    @Override
    public Instant first() {
        return Instant.ofEpochSecond(START);
    }

    @Override
    public Instant last() {
        return Instant.ofEpochSecond(START + (rows - 1) * SECONDS);
    }

    @Override
    public List<LocalDate> days() {
        LocalDate first = LocalDate.ofInstant(first(), ZoneOffset.UTC);
        return first.datesUntil(LocalDate.ofInstant(last(), ZoneOffset.UTC).plusDays(1))
                .toList();
    }

    @Override
    public void forEach(PointConsumer points) throws IOException {
        List<Channel> channels = IntStream.rangeClosed(1, CHANNELS)
                .mapToObj(n -> new Channel(n, "02009001", "02009001", "mono", "Ch" + n, "Voie" + n, "W"))
                .toList();
        points.channels(channels);
        for (int row = 0; row < rows; row++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                points.point(channel, START + row * SECONDS, (row * 7919L + channel) % 100_000 / 100.0 + shift);
            }
        }
    }
}
