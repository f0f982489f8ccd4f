package org.atelier.retention;

import java.time.Duration;
import java.util.Map;

/**
 * How long each kind of data is kept. Immutable.
 *
 * @param ages by kind, not negative; the others as usual
 */
public record RetentionSettings(Map<RetentionKind, Duration> ages) {

    public RetentionSettings {
        ages = Map.copyOf(ages);
    }

    /** How long that kind is kept. */
    public Duration of(RetentionKind kind) {
        return ages.getOrDefault(kind, kind.usually());
    }
}
