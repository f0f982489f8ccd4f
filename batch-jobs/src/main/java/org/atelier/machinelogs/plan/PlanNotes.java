package org.atelier.machinelogs.plan;

/** Takes what is to be written while a plan is made: writes it at once, or not at all where it is only thought out. */
@FunctionalInterface
interface PlanNotes {

    /** Nothing is written. */
    PlanNotes NONE = note -> {};

    /** Takes a note. */
    void add(Runnable note);
}
