package org.atelier.run;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a start asks for beyond the job itself.
 *
 * @param limit take at most so many files (or rows), null for all; above zero
 * @param file take just the file of this name or path, null for all
 * @param days write only these production days, null for all; unlike the others it identifies the run
 * @param maxDeleteRatio delete at most this share of a table's rows, from 0 to 1; null for what is configured
 * @param shard do only this part of the work, null for all; identifies the run
 * @param rebuild build days from the landing area, null to look at the sources
 */
public record RunOptions(
        @Nullable Integer limit,
        @Nullable String file,
        @Nullable DayRange days,
        @Nullable BigDecimal maxDeleteRatio,
        @Nullable Shard shard,
        @Nullable Rebuild rebuild) {

    /** Everything there is. */
    public static final RunOptions ALL = new RunOptions(null, null);

    /** All days. */
    public RunOptions(@Nullable Integer limit, @Nullable String file) {
        this(limit, file, null, null);
    }

    /** The whole, from the sources. */
    public RunOptions(
            @Nullable Integer limit,
            @Nullable String file,
            @Nullable DayRange days,
            @Nullable BigDecimal maxDeleteRatio) {
        this(limit, file, days, maxDeleteRatio, null, null);
    }

    /** The same for what a run's identity names. */
    RunOptions of(RunIdentity identity) {
        return new RunOptions(
                limit, file, identity.days(), maxDeleteRatio, Shard.ofScope(identity.scope()), identity.rebuild());
    }
}
