package org.atelier.measurements.explain;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.atelier.files.LandedContent;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.explain.DayOfChannel.Figures;
import org.atelier.measurements.explain.DayOfChannel.SeriesOfDay;
import org.atelier.measurements.explain.DayOfChannel.ShareOfFile;
import org.atelier.measurements.explain.StoredChannels.StoredChannel;
import org.atelier.measurements.explain.StoredChannels.StoredFile;
import org.atelier.measurements.format.MeasurementFile;
import org.atelier.transfer.Contents;

/**
 * Reads the files of a channel's day once more, by the code of the runs, and compares with the tables. Writes nothing.
 * Not thread-safe.
 */
public final class ExplainChannel {

    private final StoredChannels stored;
    private final Contents contents;
    private final MeasurementsSettings settings;

    /**
     * Takes what it needs.
     *
     * @param connection to a database with the schema
     * @param contents where the files' contents are
     */
    public ExplainChannel(Connection connection, Contents contents, MeasurementsSettings settings) {
        this.stored = new StoredChannels(connection);
        this.contents = contents;
        this.settings = settings;
    }

    /** Whether any channel is called so. */
    public boolean knows(ChannelName name) throws SQLException {
        return !stored.find(name).isEmpty();
    }

    /**
     * Explains a day, in UTC.
     *
     * @throws UnknownChannelException when no channel is called so, several are, or it has nothing on that day
     * @throws IOException when a content is missing or damaged
     */
    public DayOfChannel explain(ChannelName name, LocalDate day) throws SQLException, IOException {
        List<StoredChannel> series = stored.find(name);
        if (series.isEmpty()) {
            throw new UnknownChannelException("there is no channel " + name, on(day, stored.near(name)));
        }
        List<String> full = series.stream()
                .map(one -> one.company() + "/" + one.campaign() + "/" + name.channel())
                .distinct()
                .toList();
        if (full.size() > 1) {
            throw new UnknownChannelException(name + " is a channel of several campaigns", on(day, full));
        }
        return explain(name.channel(), series, day);
    }

    private DayOfChannel explain(String id, List<StoredChannel> series, LocalDate day)
            throws SQLException, IOException {
        StoredChannel first = series.get(0);
        List<StoredFile> files = stored.files(first, id, day);
        PointsOfDay points = new PointsOfDay(id, series, day);
        for (StoredFile file : files) {
            points.file();
            try (InputStream content = LandedContent.open(contents, file.path(), file.sha256())) {
                MeasurementFile.read(
                        content,
                        settings.rules(first.company(), first.campaign()),
                        points,
                        (line, offset, column, reason, text) -> {});
            }
        }
        List<SeriesOfDay> ofDay = new ArrayList<>();
        for (StoredChannel one : series) {
            SeriesOfDay compared = compare(one, points.of(one), day);
            if (compared.fromFiles().count() + compared.inTable().count() > 0) {
                ofDay.add(compared);
            }
        }
        if (ofDay.isEmpty()) {
            String full = first.company() + "/" + first.campaign() + "/" + id;
            throw new UnknownChannelException(
                    full + " has nothing on " + day + " (UTC)",
                    stored.nearest(series, day).stream()
                            .map(near -> full + "@" + near)
                            .toList());
        }
        return new DayOfChannel(first.company(), first.campaign(), id, day, ofDay, shares(files, points));
    }

    private static List<String> on(LocalDate day, List<String> names) {
        return names.stream().map(name -> name + "@" + day).toList();
    }

    private static List<ShareOfFile> shares(List<StoredFile> files, PointsOfDay points) {
        List<ShareOfFile> shares = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            StoredFile file = files.get(i);
            if (points.points(i) > 0) {
                shares.add(
                        new ShareOfFile(file.path(), file.sha256(), file.run(), points.points(i), points.counted(i)));
            }
        }
        return shares;
    }

    private SeriesOfDay compare(StoredChannel one, NavigableMap<Long, Double> given, LocalDate day)
            throws SQLException {
        NavigableMap<Long, Double> held = stored.points(one.id(), day);
        return new SeriesOfDay(
                one.name(),
                one.unit(),
                one.subtype(),
                figures(given),
                figures(held),
                stored.meanCount(one.id(), day),
                different(given, held));
    }

    private static long different(NavigableMap<Long, Double> given, NavigableMap<Long, Double> held) {
        long same = given.entrySet().stream()
                .filter(point -> point.getValue().equals(held.get(point.getKey())))
                .count();
        return given.size()
                - same
                + held.keySet().stream()
                        .filter(time -> !given.containsKey(time))
                        .count();
    }

    private static Figures figures(NavigableMap<Long, Double> points) {
        if (points.isEmpty()) {
            return new Figures(0, null, null, null, null, null);
        }
        double sum = 0;
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Long, Double> point : points.entrySet()) {
            sum += point.getValue() / points.size();
            minimum = Math.min(minimum, point.getValue());
            maximum = Math.max(maximum, point.getValue());
        }
        return new Figures(
                points.size(),
                sum,
                minimum,
                maximum,
                Instant.ofEpochSecond(points.firstKey()),
                Instant.ofEpochSecond(points.lastKey()));
    }
}
