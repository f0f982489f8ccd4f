package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Pairs each {@code MachineStop} with the {@code MachineStart} directly behind it among stops and starts. A stop
 * without one, or whose start would lie before it, is open and no period.
 */
final class StopPairs {

    private final SessionDetails details;
    private final Periods periods = new Periods();
    private @Nullable Moment stop;
    private long open;

    StopPairs(SessionDetails details) {
        this.details = details;
    }

    void stop(Moment moment) {
        finish();
        stop = moment;
    }

    void start(Moment moment) {
        if (stop != null && moment.instant() >= stop.instant()) {
            BigDecimal seconds = BigDecimal.valueOf(moment.instant() - stop.instant());
            periods.add(stop.instant(), seconds);
            details.stopPeriod(stop.localMicros(), moment.localMicros(), seconds);
            stop = null;
        }
        finish();
    }

    /** Whatever stop is still without its start stays open. */
    void finish() {
        if (stop != null) {
            open++;
            stop = null;
        }
    }

    Periods periods() {
        return periods;
    }

    long open() {
        return open;
    }
}
