package org.atelier.api.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what was tried in vain, a bucket of tries for each key; the least used are forgotten when there are too many.
 * Safe for use by several threads.
 */
final class Throttle {

    private static final int MOST_KEYS = 20_000;
    private static final float LOAD = 0.75f;

    private final int tries;
    private final Duration period;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /**
     * @param tries in a period, for each key
     * @param period after which there are as many again
     */
    Throttle(int tries, Duration period, TimeMeter time) {
        this.tries = tries;
        this.period = period;
        this.time = time;
    }

    /** Takes a try; how long to wait when there is none left, else zero. */
    Duration take(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Gives a try back that was not in vain. */
    void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    /** Forgets what was tried with that key. */
    void forget(String key) {
        synchronized (buckets) {
            buckets.remove(key);
        }
    }

    private Bucket bucket(String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    ignored -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(tries).refillIntervally(tries, period))
                            .withCustomTimePrecision(time)
                            .build());
        }
    }
}
