package org.atelier.machinelogs.explain;

import org.jspecify.annotations.Nullable;

/** The first and the last of some events by instant; of equal ones the first, or the last, in the session's order. */
final class Outermost {

    private @Nullable Mention first;
    private @Nullable Mention last;

    void add(Mention mention) {
        if (first == null || mention.instant() < first.instant()) {
            first = mention;
        }
        if (last == null || mention.instant() >= last.instant()) {
            last = mention;
        }
    }

    @Nullable Mention first() {
        return first;
    }

    @Nullable Mention last() {
        return last;
    }
}
