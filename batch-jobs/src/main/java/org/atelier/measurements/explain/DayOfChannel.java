package org.atelier.measurements.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a day of a channel is made of.
 *
 * @param company the bucket
 * @param campaign within it
 * @param channel id of the channel
 * @param day in UTC
 * @param series its series; more than one when its title, unit or subtype changed
 * @param files those that have a point of it, in the order in which they were stored
 */
public record DayOfChannel(
        String company,
        String campaign,
        String channel,
        LocalDate day,
        List<SeriesOfDay> series,
        List<ShareOfFile> files) {

    /** Copies the lists. */
    public DayOfChannel {
        series = List.copyOf(series);
        files = List.copyOf(files);
    }

    /** Whether the tables hold what the files give. */
    public boolean agrees() {
        return series.stream().allMatch(SeriesOfDay::agrees);
    }

    /**
     * A series of the channel.
     *
     * @param name its title without unit
     * @param unit such as {@code W}
     * @param subtype of the master; null for a slave
     * @param fromFiles what the files give
     * @param inTable what {@code mesure_electrique} holds
     * @param meanCount how many points the mean of the day is of, by {@code mesure_journaliere}
     * @param different times whose value in the table is not that of the files, or that only one of them has
     */
    public record SeriesOfDay(
            String name,
            String unit,
            @Nullable String subtype,
            Figures fromFiles,
            Figures inTable,
            long meanCount,
            long different) {

        boolean agrees() {
            return different == 0 && meanCount == inTable.count();
        }
    }

    /**
     * Figures of points.
     *
     * @param count how many
     * @param mean null without any, as the others
     */
    public record Figures(
            long count,
            @Nullable Double mean,
            @Nullable Double minimum,
            @Nullable Double maximum,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /**
     * A file's part in it.
     *
     * @param path of the file, as the ledger names it
     * @param sha256 hash of its content
     * @param run the run that stored it
     * @param points of the channel on that day
     * @param counted those that count: no later point has their time
     */
    public record ShareOfFile(String path, String sha256, long run, long points, long counted) {}
}
