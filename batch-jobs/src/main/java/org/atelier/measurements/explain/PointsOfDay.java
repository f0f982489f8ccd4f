package org.atelier.measurements.explain;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.atelier.measurements.explain.StoredChannels.StoredChannel;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;

/** Takes the points of one channel and day out of files that are read one after the other. Not thread-safe. */
final class PointsOfDay implements PointConsumer {

    private record Point(double value, int file) {}

    private final String id;
    private final List<StoredChannel> series;
    private final long start;
    private final long end;
    private final Map<Long, TreeMap<Long, Point>> bySeries = new HashMap<>();
    private final List<Long> points = new ArrayList<>();
    private long[] columns = {};

    PointsOfDay(String id, List<StoredChannel> series, LocalDate day) {
        this.id = id;
        this.series = series;
        this.start = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        this.end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        series.forEach(one -> bySeries.put(one.id(), new TreeMap<>()));
    }

    /** The next file begins. */
    void file() {
        points.add(0L);
    }

    @Override
    public void channels(List<Channel> channels) {
        columns = channels.stream().mapToLong(this::seriesOf).toArray();
    }

    /** Key of the series that a column is written to; 0 for one of another channel. */
    private long seriesOf(Channel channel) {
        return series.stream()
                .filter(one -> channel.id().equals(id)
                        && one.name().equals(channel.name())
                        && one.unit().equals(channel.unit())
                        && Objects.equals(one.subtype(), channel.subtype()))
                .mapToLong(StoredChannel::id)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void point(int channel, long epochSecond, double value) {
        TreeMap<Long, Point> of = bySeries.get(columns[channel]);
        if (of != null && epochSecond >= start && epochSecond < end) {
            int file = points.size() - 1;
            of.put(epochSecond, new Point(value, file));
            points.set(file, points.get(file) + 1);
        }
    }

    /** How many points the file of that number has, from 0. */
    long points(int file) {
        return points.get(file);
    }

    /** How many of them count. */
    long counted(int file) {
        return bySeries.values().stream()
                .flatMap(each -> each.values().stream())
                .filter(point -> point.file() == file)
                .count();
    }

    /** The values of a series that count, by time. */
    NavigableMap<Long, Double> of(StoredChannel one) {
        NavigableMap<Long, Double> values = new TreeMap<>();
        TreeMap<Long, Point> of = bySeries.get(one.id());
        if (of != null) {
            of.forEach((time, point) -> values.put(time, point.value()));
        }
        return values;
    }
}
