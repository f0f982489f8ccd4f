package org.atelier.machinelogs.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an event can say about the session it belongs to. Called while {@link MachineEvent#contributeTo} runs, and only
 * then; every call refers to the time of that event. The last three methods are for new event types: what they add is
 * kept with the session and no metric is made of it.
 */
public interface SessionContributions {

    /** A piece was produced. */
    void piece(@Nullable String details);

    /** The machine waits from now on, so many seconds; above zero. */
    void waitFor(BigDecimal seconds);

    /** A voluntary stop begins. */
    void stop();

    /** The machine starts; the voluntary stop before it, if any, ends. */
    void start();

    /** Another job begins: its reference, the length of its profiles as written, and their colour where it is known. */
    void profile(String reference, BigDecimal length, @Nullable String colour);

    /** Adds to a counter of this name. */
    void count(String counter, long n);

    /** Adds a period of so many seconds to those of this name. */
    void period(String name, BigDecimal seconds);

    /** Sets an attribute of the session; the last value in the session's order stays. */
    void attribute(String name, String value);
}
