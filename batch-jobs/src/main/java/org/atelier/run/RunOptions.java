package org.atelier.run;

import org.jspecify.annotations.Nullable;

/**
 * What a start asks for beyond the job itself.
 *
 * @param limit take at most so many files (or rows), null for all; above zero
 * @param file take just the file of this name or path, null for all
 * @param days write only these production days, null for all; unlike the others it identifies the run
 */
public record RunOptions(
        @Nullable Integer limit,
        @Nullable String file,
        @Nullable DayRange days) {

    /** Everything there is. */
    public static final RunOptions ALL = new RunOptions(null, null);

    /** All days. */
    public RunOptions(@Nullable Integer limit, @Nullable String file) {
        this(limit, file, null);
    }

    /** The same for these days only, or for all when null. */
    RunOptions within(@Nullable DayRange range) {
        return new RunOptions(limit, file, range);
    }
}
