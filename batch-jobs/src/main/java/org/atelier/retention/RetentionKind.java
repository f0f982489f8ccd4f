package org.atelier.retention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.atelier.settings.Durations;

/**
 * A kind of data that is retained for a time only. Immutable.
 *
 * @param word what people call it, in lower case with hyphens, unique
 * @param usual how long, unless something else is said, as people write it
 * @param example another time
 * @param onlyByName whether one age for several kinds leaves it out: what cannot be had again, and what is kept for no
 *     time
 * @param what it is, for people; empty when the jobs that have rows of it say that
 */
public record RetentionKind(String word, String usual, String example, boolean onlyByName, String what) {

    /** What jobs rejected. */
    public static final RetentionKind REJECTS = new RetentionKind("rejects", "90d", "30d", false);

    /** The log files of runs. */
    public static final RetentionKind LOGS = new RetentionKind("logs", "90d", "30d", false, "the log files of runs");

    /** The record of runs that had nothing to do, which are most. */
    public static final RetentionKind IDLE =
            new RetentionKind("idle", "30d", "7d", false, "the record of runs that had nothing to do, which are most");

    /** The record of the other runs, with their plans. */
    public static final RetentionKind RUNS = new RetentionKind(
            "runs",
            "1y",
            "180d",
            false,
            "the record of the other runs, with their plans. The newest run of a job, or of a shard, stays");

    /** The landing areas' copies. */
    public static final RetentionKind ARCHIVE = new RetentionKind(
            "archive",
            "5y",
            "10y",
            true,
            "the copies of log files in the landing area; days whose copies are gone are sealed");

    /** A kind of rows of jobs. */
    public RetentionKind(String word, String usual, String example, boolean onlyByName) {
        this(word, usual, example, onlyByName, "");
    }

    /** By its word, which is unique; by hand, as a record's own way is put together again at each start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RetentionKind kind && kind.word.equals(word);
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }

    /** How long, unless something else is said. */
    public Duration usually() {
        return Durations.parse(usual);
    }

    /** What it is, for people. */
    public String what(Collection<RetainedRows> ofJobs) {
        return what.isEmpty()
                ? ofJobs.stream()
                        .filter(rows -> rows.kind().equals(this))
                        .map(RetainedRows::what)
                        .collect(Collectors.joining(", and "))
                : what;
    }

    /**
     * All kinds, in the order they are listed and deleted in.
     *
     * @param ofJobs what jobs retain
     */
    public static List<RetentionKind> all(Collection<RetainedRows> ofJobs) {
        List<RetentionKind> all = new ArrayList<>(List.of(REJECTS, LOGS, IDLE, RUNS));
        ofJobs.stream()
                .map(RetainedRows::kind)
                .filter(kind -> !all.contains(kind))
                .distinct()
                .forEach(all::add);
        all.add(ARCHIVE);
        return List.copyOf(all);
    }
}
