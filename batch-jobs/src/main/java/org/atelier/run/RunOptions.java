package org.atelier.run;

import java.math.BigDecimal;
import java.util.Map;
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
 * @param parameters of the job itself, by name; a restart goes on without them, with what the run had found by them
 */
public record RunOptions(
        @Nullable Integer limit,
        @Nullable String file,
        @Nullable DayRange days,
        @Nullable BigDecimal maxDeleteRatio,
        @Nullable Shard shard,
        @Nullable Rebuild rebuild,
        Map<String, String> parameters) {

    /** Everything there is. */
    public static final RunOptions ALL = new RunOptions(null, null);

    /** Copies the parameters. */
    public RunOptions {
        parameters = Map.copyOf(parameters);
    }

    /** Without parameters of the job. */
    public RunOptions(
            @Nullable Integer limit,
            @Nullable String file,
            @Nullable DayRange days,
            @Nullable BigDecimal maxDeleteRatio,
            @Nullable Shard shard,
            @Nullable Rebuild rebuild) {
        this(limit, file, days, maxDeleteRatio, shard, rebuild, Map.of());
    }

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
                limit,
                file,
                identity.days(),
                maxDeleteRatio,
                Shard.ofScope(identity.scope()),
                identity.rebuild(),
                parameters);
    }
}
