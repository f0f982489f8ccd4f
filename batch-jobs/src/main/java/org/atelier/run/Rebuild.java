package org.atelier.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which days of a range are built from what was kept, without a look at any source. */
public enum Rebuild {
    /** Every day that something is kept of. */
    ALL,
    /** Those that have no result. */
    MISSING;

    /** What a run's parameter says. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable Rebuild ofParameter(@Nullable String parameter) {
        return parameter == null ? null : valueOf(parameter.toUpperCase(Locale.ROOT));
    }
}
