package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.atelier.machinelogs.line.PlausibleTimes;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.jspecify.annotations.Nullable;

/**
 * What was read in the landing area for a plan. A plan is made twice: once outside of a transaction, where what it
 * needs is read, and once in the transaction that freezes it, where only what was read before counts. Not thread-safe.
 */
public final class Readings {

    private final Map<Object, Outcome> known = new HashMap<>();
    private boolean sealed;

    /** Reads something. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Of the reading of a file for its facts: all that it depends on, and the path that its failure names. */
    record OfFile(String path, String sha256, PlausibleTimes plausible, ProductionDayRule rule, boolean hold) {}

    /** Of the comparison of two contents, and the paths that its failure names. */
    record OfBeginning(String shorterPath, String shorter, String longerPath, String longer) {

        static OfBeginning of(CentreFile shorter, CentreFile longer) {
            return new OfBeginning(
                    shorter.path(),
                    shorter.version().sha256(),
                    longer.path(),
                    longer.version().sha256());
        }
    }

    private record Outcome(@Nullable Object value, @Nullable IOException failure) {}

    /** Reads on, or not any more. */
    void seal(boolean nothingMore) {
        sealed = nothingMore;
    }

    /**
     * What a reading gave, now or before.
     *
     * @param key of what is read; equal keys give equal outcomes
     * @throws UnreadException when it was not read before the seal
     * @throws IOException when the reading failed, now or before
     */
    <T> T of(Object key, Class<T> type, Reading<T> reading) throws IOException {
        Outcome outcome = known.get(key);
        if (outcome == null) {
            if (sealed) {
                throw new UnreadException();
            }
            outcome = outcome(reading);
            known.put(key, outcome);
        }
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return type.cast(Objects.requireNonNull(outcome.value()));
    }

    private static Outcome outcome(Reading<?> reading) throws IOException {
        try {
            return new Outcome(reading.read(), null);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                // What could not be read is sound.
                throw e;
            }
            return new Outcome(null, e);
        }
    }

    /** The ledger changed since: something else has to be read. */
    static final class UnreadException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadException() {
            super("The ledger changed while the plan was made");
        }
    }
}
