package org.atelier.machinelogs.session;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The earliest and the latest of some events, by instant; of equal ones the first, or the last, in the session's order.
 */
final class FirstAndLast {

    private @Nullable Moment first;
    private @Nullable Moment last;

    void add(Moment moment) {
        if (first == null || moment.instant() < first.instant()) {
            first = moment;
        }
        if (last == null || moment.instant() >= last.instant()) {
            last = moment;
        }
    }

    @Nullable Moment first() {
        return first;
    }

    @Nullable Moment last() {
        return last;
    }

    /** As written; null when there was no event. */
    static @Nullable LocalDateTime written(@Nullable Moment moment) {
        return moment == null ? null : LocalDateTime.ofEpochSecond(moment.local(), 0, ZoneOffset.UTC);
    }
}
