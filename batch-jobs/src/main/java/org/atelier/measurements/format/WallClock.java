package org.atelier.measurements.format;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Turns the civil times of a zone, in file order, into UTC. Of an hour that comes twice the first pass is summer time;
 * a step back into it or within it begins the second pass, winter time. A time that was left out when clocks went
 * forward is as much later as they went: 02:30 is 03:30. Not thread-safe.
 */
final class WallClock {

    private static final int DAY_SECONDS = 86_400;

    private final ZoneRules rules;

    private long quietDay = Long.MIN_VALUE;
    private int quietOffset;

    private long previous = Long.MIN_VALUE;
    private boolean secondPass;

    WallClock(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /**
     * The instant, in seconds since 1970-01-01T00:00:00Z.
     *
     * @param local the same count of the wall clock
     */
    long epochSecond(long local) {
        long day = Math.floorDiv(local, DAY_SECONDS);
        if (day != quietDay && !isQuiet(day)) {
            return onDayOfChange(local);
        }
        previous = local;
        return local - quietOffset;
    }

    /** Whether the clocks stay as they are all this day; days of change are one in half a year. */
    private boolean isQuiet(long day) {
        LocalDateTime start = dateTime(day * DAY_SECONDS);
        ZoneOffset offset = rules.getOffset(start);
        ZoneOffsetTransition next = rules.nextTransition(start.toInstant(offset).minusSeconds(DAY_SECONDS));
        if (next != null && next.toEpochSecond() - start.toEpochSecond(offset) < 2 * DAY_SECONDS) {
            return false;
        }
        quietDay = day;
        quietOffset = offset.getTotalSeconds();
        return true;
    }

    private long onDayOfChange(long local) {
        LocalDateTime time = dateTime(local);
        ZoneOffsetTransition change = rules.getTransition(time);
        ZoneOffset offset = change == null ? rules.getOffset(time) : change.getOffsetBefore();
        if (change != null && change.isOverlap() && isSecondPass(change, local)) {
            offset = change.getOffsetAfter();
        }
        previous = local;
        return local - offset.getTotalSeconds();
    }

    private boolean isSecondPass(ZoneOffsetTransition change, long local) {
        long start = change.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC);
        long end = change.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
        boolean steppedBack = previous > local && previous < end + (end - start);
        boolean stayed = previous >= start && previous < end;
        secondPass = steppedBack || (stayed && secondPass);
        return secondPass;
    }

    private static LocalDateTime dateTime(long local) {
        return LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
    }
}
