package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.atelier.measurements.point.ReadingRules;
import org.atelier.measurements.point.ReadingRules.LastLine;
import org.atelier.measurements.point.ReadingRules.ZeroMarkers;

/** A file that was read, with all that it handed out. */
record ReadFile(FileReading reading, List<Channel> channels, List<Point> points, List<Rejected> rejects) {

    static final ReadingRules RULES = new ReadingRules(LastLine.STRICT, ZeroMarkers.STORE, null);
    static final ReadingRules LENIENT = new ReadingRules(LastLine.LENIENT, ZeroMarkers.STORE, null);
    static final ReadingRules NO_MARKERS = new ReadingRules(LastLine.STRICT, ZeroMarkers.SKIP, null);

    record Point(int channel, long epochSecond, double value) {}

    record Rejected(long line, long offset, int column, String reason, String text) {}

    static ReadFile of(String text) {
        return of(text, RULES);
    }

    static ReadFile inZone(String zone, String text) {
        return of(text, new ReadingRules(LastLine.STRICT, ZeroMarkers.STORE, ZoneId.of(zone)));
    }

    static ReadFile of(String text, ReadingRules rules) {
        try {
            return of(new ByteArrayInputStream(text.getBytes(UTF_8)), rules);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    static ReadFile of(InputStream in, ReadingRules rules) throws IOException {
        var channels = new ArrayList<Channel>();
        var points = new ArrayList<Point>();
        var rejects = new ArrayList<Rejected>();
        FileReading reading = MeasurementFile.read(
                in,
                rules,
                new PointConsumer() {
                    @Override
                    public void channels(List<Channel> all) {
                        if (!channels.isEmpty() || !points.isEmpty()) {
                            throw new IllegalStateException("told twice, or behind points");
                        }
                        channels.addAll(all);
                    }

                    @Override
                    public void point(int channel, long epochSecond, double value) {
                        points.add(new Point(channel, epochSecond, value));
                    }
                },
                (line, offset, column, reason, text) -> rejects.add(new Rejected(line, offset, column, reason, text)));
        return new ReadFile(reading, channels, points, rejects);
    }

    /** The code that a file is refused with; {@code none} when it is not. */
    static String refusal(String text) {
        return refusal(text.getBytes(UTF_8), RULES);
    }

    static String refusal(byte[] bytes, ReadingRules rules) {
        try {
            of(new ByteArrayInputStream(bytes), rules);
            return "none";
        } catch (BadMeasurementFileException refused) {
            return refused.code();
        } catch (IOException notFromMemory) {
            throw new UncheckedIOException(notFromMemory);
        }
    }

    List<String> ids() {
        return channels.stream().map(Channel::id).toList();
    }

    List<String> labels() {
        return channels.stream().map(Channel::label).toList();
    }

    List<Double> values() {
        return points.stream().map(Point::value).toList();
    }

    List<Long> stamps() {
        return points.stream().map(Point::epochSecond).toList();
    }
}
