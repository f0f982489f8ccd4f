package org.atelier.machinelogs.session;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a session go while it is assembled, one by one, so that a day of any size needs little memory.
 * Times are microseconds since 1970-01-01T00:00:00 of the plant's wall clock: starts and pieces as written in the log,
 * the end of a wait computed. Called by one thread; what an implementation throws ends the assembly.
 */
public interface SessionDetails {

    /** What an event says. */
    enum Mark {
        PIECE,
        WAIT,
        STOP,
        START,
        PROFILE
    }

    /**
     * An event says something; told before the rows that come of it, for whoever follows the assembly event by event.
     *
     * @param localSecond its time as written, seconds since 1970-01-01T00:00:00 of the plant's wall clock
     * @param instant the same in real time, seconds since 1970-01-01T00:00:00 UTC
     */
    default void mark(Mark mark, long localSecond, long instant) {}

    /** A piece; numbers count from 1 in the session's order. */
    void piece(int number, long localMicros, @Nullable String details);

    /**
     * A job profile, told when it has ended.
     *
     * @param endLocalMicros the time of the next profile; of the last profile, that of the latest piece behind it; null
     *     when none follows
     * @param pieces the pieces made in it
     */
    void profile(
            String reference,
            BigDecimal length,
            @Nullable String colour,
            long startLocalMicros,
            @Nullable Long endLocalMicros,
            int pieces);

    /**
     * A wait.
     *
     * @param endLocalMicros rounded half up to a microsecond
     * @param seconds the exact duration, all decimals as written
     */
    void waitPeriod(long startLocalMicros, long endLocalMicros, BigDecimal seconds);

    /** A voluntary stop and the start that ended it, with the real time between both. */
    void stopPeriod(long startLocalMicros, long endLocalMicros, BigDecimal seconds);
}
