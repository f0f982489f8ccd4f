package org.atelier.run;

import org.jspecify.annotations.Nullable;

/**
 * What a start asks for beyond the job itself. None of it identifies the run.
 *
 * @param limit take at most so many files (or rows), null for all; above zero
 * @param file take just the file of this name or path, null for all
 */
public record RunOptions(@Nullable Integer limit, @Nullable String file) {

    /** Everything there is. */
    public static final RunOptions ALL = new RunOptions(null, null);
}
