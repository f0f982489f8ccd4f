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
 */
public record RunOptions(
        @Nullable Integer limit,
        @Nullable String file,
        @Nullable DayRange days,
        @Nullable BigDecimal maxDeleteRatio) {

    /** Everything there is. */
    public static final RunOptions ALL = new RunOptions(null, null);

    /** All days. */
    public RunOptions(@Nullable Integer limit, @Nullable String file) {
        this(limit, file, null, null);
    }

    /** The same for these days only, or for all when null. */
    RunOptions within(@Nullable DayRange range) {
        return new RunOptions(limit, file, range, maxDeleteRatio);
    }
}
