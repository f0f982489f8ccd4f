package org.atelier.measurements.sink;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.jspecify.annotations.Nullable;

/** A file of a test, point by point. */
final class MeasuredFile implements FilePoints {

    private record Point(int channel, long time, double value) {}

    private final String bucket;
    private final String campaign;
    private final List<Channel> channels = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();

    MeasuredFile(String bucket, String campaign) {
        this.bucket = bucket;
        this.campaign = campaign;
    }

    /** Of a box with one phase, one clamp and one slave: channels 0, 1, 2. */
    static MeasuredFile ofBox() {
        return new MeasuredFile("durand", "essai")
                .channel("02009001", "02009001", "mono", "U1", "Ph 1", "V")
                .channel("02009001", "02009001", "mono", "Ch1", "Four", "W")
                .channel("02009001", "04009002", null, "Ch1", "Pompe eau", "W");
    }

    MeasuredFile channel(
            String master, String serial, @Nullable String subtype, String label, String name, String unit) {
        channels.add(new Channel(channels.size() + 1, master, serial, subtype, label, name, unit));
        return this;
    }

    /** One value of each channel at that time. */
    MeasuredFile row(String time, double... values) {
        for (int channel = 0; channel < values.length; channel++) {
            point(channel, time, values[channel]);
        }
        return this;
    }

    MeasuredFile point(int channel, String time, double value) {
        points.add(new Point(channel, Instant.parse(time).getEpochSecond(), value));
        return this;
    }

    @Override
    public String bucket() {
        return bucket;
    }

    @Override
    public String campaign() {
        return campaign;
    }

    @Override
    public Instant first() {
        return Instant.ofEpochSecond(
                points.stream().mapToLong(Point::time).min().orElse(0));
    }

    @Override
    public Instant last() {
        return Instant.ofEpochSecond(
                points.stream().mapToLong(Point::time).max().orElse(0));
    }

    @Override
    public List<LocalDate> days() {
        return points.stream()
                .map(point -> LocalDate.ofEpochDay(Math.floorDiv(point.time(), 86_400)))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void forEach(PointConsumer consumer) throws IOException {
        consumer.channels(channels);
        for (Point point : points) {
            consumer.point(point.channel(), point.time(), point.value());
        }
    }
}
