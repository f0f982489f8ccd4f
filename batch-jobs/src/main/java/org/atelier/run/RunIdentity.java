package org.atelier.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What identifies the work of a run, and the right to do it.
 *
 * @param scope the job, and its shard if there are several
 * @param epoch counts the owners of the scope; an older one may commit nothing
 * @param parameters the identifying parameters: {@code scope} and {@code seq}, or {@code scope}, {@code from},
 *     {@code to} and {@code attempt}; {@code Long} or {@code String}
 * @param days the range, null for a scheduled start
 */
record RunIdentity(
        String scope,
        long epoch,
        Map<String, Object> parameters,
        @Nullable DayRange days) {

    RunIdentity {
        parameters = Map.copyOf(parameters);
    }
}
