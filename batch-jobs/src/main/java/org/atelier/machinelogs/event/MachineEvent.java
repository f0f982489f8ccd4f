package org.atelier.machinelogs.event;

/** One event with its details understood; immutable. Its time is kept beside it, by who reads the line. */
@FunctionalInterface
public interface MachineEvent {

    /** Tells the session what this event means for it; all it says holds from the event's time on. */
    void contributeTo(SessionContributions session);
}
