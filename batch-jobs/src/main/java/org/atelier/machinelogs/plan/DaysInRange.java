package org.atelier.machinelogs.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.run.DayRange;
import org.atelier.run.Shard;
import org.jspecify.annotations.Nullable;

/**
 * Which days a run may write: all of them, or those of a range. Pure.
 *
 * <p>A run for a range makes its days right from everything there is: what is new, and what was loaded before. A file
 * with other days too is not marked as loaded: its version is kept in the ledger, for its days in the range must not
 * lose it when it vanishes from its server, and the next run takes it again and writes the others. So a range neither
 * loses a day nor writes one it was not asked for.
 *
 * <p>Of the days that no file is new for, a shard builds its own, by a hash of centre and day. Those that it has new
 * files for it builds all.
 *
 * @param range null for all days
 * @param shard null for the whole
 */
public record DaysInRange(
        @Nullable DayRange range, @Nullable Shard shard) {

    /** Of the whole. */
    public DaysInRange(@Nullable DayRange range) {
        this(range, null);
    }

    /** Those of the days that may be written. */
    public Set<LocalDate> of(Collection<LocalDate> days) {
        Set<LocalDate> within = new TreeSet<>(days);
        if (range != null) {
            within.removeIf(day -> !range.contains(day));
        }
        return within;
    }

    /** Whether a file that has, or had, events of these days is written in part only. */
    public boolean leavesOut(Collection<LocalDate> days) {
        return range != null && !range.containsAll(days);
    }

    /** Whether a day is built though no file of its is new. */
    public boolean buildsWhatIsLoaded(long centre, LocalDate day) {
        return range != null && (shard == null || shard.owns(centre, day));
    }
}
