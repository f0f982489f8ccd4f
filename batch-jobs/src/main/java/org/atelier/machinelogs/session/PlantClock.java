package org.atelier.machinelogs.session;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Wall clock to real time and back in the plant's zone. Keeps the range of the last offset, since neighbouring events
 * share it. All figures are seconds since 1970-01-01T00:00:00, local or UTC. Not thread-safe.
 */
final class PlantClock {

    private final ZoneRules rules;

    /** Local seconds from (included) to (excluded) which {@link #offset} alone is valid. */
    private long localFrom = Long.MAX_VALUE;

    private long localTo = Long.MIN_VALUE;
    private long offset;

    PlantClock(ZoneId zone) {
        rules = zone.getRules();
    }

    /**
     * The instant of a time as written. In the hour that spring skips the offset from before the change holds. In the
     * hour that autumn repeats it is the earlier instant, unless that lies before the event before: then the later one.
     *
     * @param previous the instant of the event before; {@link Long#MIN_VALUE} when there is none
     */
    long instantOf(long local, long previous) {
        if (local >= localFrom && local < localTo) {
            return local - offset;
        }
        LocalDateTime written = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
        List<ZoneOffset> offsets = rules.getValidOffsets(written);
        if (offsets.size() == 1) {
            remember(local, offsets.get(0));
            return local - offset;
        }
        ZoneOffsetTransition change = rules.getTransition(written);
        long earlier = local - change.getOffsetBefore().getTotalSeconds();
        return change.isGap() || earlier >= previous
                ? earlier
                : local - change.getOffsetAfter().getTotalSeconds();
    }

    /** The local time at an instant. */
    long localOf(long instant) {
        long local = instant + offset;
        if (local >= localFrom && local < localTo) {
            return local;
        }
        return instant + rules.getOffset(Instant.ofEpochSecond(instant)).getTotalSeconds();
    }

    private void remember(long local, ZoneOffset only) {
        offset = only.getTotalSeconds();
        Instant instant = Instant.ofEpochSecond(local - offset);
        @Nullable ZoneOffsetTransition before = rules.previousTransition(instant.plusNanos(1));
        @Nullable ZoneOffsetTransition after = rules.nextTransition(instant);
        localFrom = before == null ? Long.MIN_VALUE : Math.max(localBefore(before), localAfter(before));
        localTo = after == null ? Long.MAX_VALUE : Math.min(localBefore(after), localAfter(after));
    }

    private static long localBefore(ZoneOffsetTransition change) {
        return change.toEpochSecond() + change.getOffsetBefore().getTotalSeconds();
    }

    private static long localAfter(ZoneOffsetTransition change) {
        return change.toEpochSecond() + change.getOffsetAfter().getTotalSeconds();
    }
}
