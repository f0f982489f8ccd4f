package org.atelier.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What identifies the work of a run, and the right to do it.
 *
 * @param scope the job, and its shard if there are several
 * @param epoch counts the owners of the scope; an older one may commit nothing
 * @param parameters the identifying parameters: {@code scope} and {@code seq}, or {@code scope}, {@code from},
 *     {@code to} and {@code attempt}, and {@code shard} of a shard; {@code Long} or {@code String}
 * @param days the range, null for a scheduled start
 * @param rebuild what of the range is built from the landing area; null when the sources are looked at
 */
public record RunIdentity(
        String scope,
        long epoch,
        Map<String, Object> parameters,
        @Nullable DayRange days,
        @Nullable Rebuild rebuild) {

    public RunIdentity {
        parameters = Map.copyOf(parameters);
    }
}
