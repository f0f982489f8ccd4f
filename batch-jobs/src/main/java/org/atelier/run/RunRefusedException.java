package org.atelier.run;

/** A run cannot be started, continued or changed as asked, for a reason people can act on. */
public final class RunRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no such run. */
        NOT_FOUND,
        /** It is complete, superseded or abandoned. */
        OVER,
        /** Another process is at work. */
        LOCKED,
        /** A run died, and recovery was not wanted. */
        DEAD,
        /** A stop was asked for before it began. */
        STOPPED
    }

    private final Reason reason;
    private final String why;
    private final transient NextStep next;

    /**
     * @param message what is refused
     * @param why the cause, empty when the message says it all
     * @param next what to do
     */
    public RunRefusedException(Reason reason, String message, String why, NextStep next) {
        super(message);
        this.reason = reason;
        this.why = why;
        this.next = next;
    }

    /** Of a start that was asked to stop while it waited for the database. */
    public static RunRefusedException stopped(RunWork work) {
        return new RunRefusedException(
                Reason.STOPPED,
                "stopped while the database was gone",
                "no run was begun",
                work.start().to("to begin it"));
    }

    public Reason reason() {
        return reason;
    }

    /** The cause in words, or empty. */
    public String why() {
        return why;
    }

    /** What to do. */
    public NextStep next() {
        return next;
    }
}
