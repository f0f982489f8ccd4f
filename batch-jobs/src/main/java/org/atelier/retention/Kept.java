package org.atelier.retention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A kind of data that is kept for a time only. Immutable.
 *
 * @param word what people call it, in lower case with hyphens, unique
 * @param usually how long, unless something else is said
 * @param onlyByName whether one age for several kinds leaves it out: what cannot be had again, and what is kept for no
 *     time
 */
public record Kept(String word, Duration usually, boolean onlyByName) {

    /** What jobs rejected. */
    public static final Kept REJECTS = new Kept("rejects", Duration.ofDays(90), false);

    /** The log files of runs. */
    public static final Kept LOGS = new Kept("logs", Duration.ofDays(90), false);

    /** The record of runs that had nothing to do, which are most. */
    public static final Kept IDLE = new Kept("idle", Duration.ofDays(30), false);

    /** The record of the other runs, with their plans. */
    public static final Kept RUNS = new Kept("runs", years(1), false);

    /** The landing areas' copies. */
    public static final Kept ARCHIVE = new Kept("archive", years(5), true);

    /** Of 365.25 days, as in settings. */
    private static Duration years(int years) {
        return Duration.ofHours(8_766L * years);
    }

    /**
     * All kinds, in the order they are told and deleted in.
     *
     * @param ofJobs what jobs keep
     */
    public static List<Kept> all(Collection<KeptRows> ofJobs) {
        List<Kept> all = new ArrayList<>(List.of(REJECTS, LOGS, IDLE, RUNS));
        ofJobs.stream()
                .map(KeptRows::kind)
                .filter(kind -> !all.contains(kind))
                .distinct()
                .forEach(all::add);
        all.add(ARCHIVE);
        return List.copyOf(all);
    }
}
