package org.atelier.reject;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * When a run gives up because of rejects.
 *
 * @param count more rejects than that are too many; null for no limit
 * @param ratio a larger share of what was read is too much, from 0 to 1; null for no limit
 */
public record RejectLimits(@Nullable Long count, @Nullable BigDecimal ratio) {

    /** Lines read before a share says anything. */
    public static final long SAMPLE = 1_000;

    /** Any number of rejects. */
    public static final RejectLimits NONE = new RejectLimits(null, null);

    /** Whether so many rejects among so many read lines are too many. */
    public boolean exceeded(long read, long rejected) {
        if (count != null && rejected > count) {
            return true;
        }
        return ratio != null
                && read >= SAMPLE
                && BigDecimal.valueOf(rejected).compareTo(ratio.multiply(BigDecimal.valueOf(read))) > 0;
    }
}
