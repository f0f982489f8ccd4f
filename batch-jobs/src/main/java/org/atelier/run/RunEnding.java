package org.atelier.run;

/** How a run ended, with the exit code of the process that ran it. */
public enum RunEnding {
    /** Done, or nothing to do. */
    OK(0),
    /** Failed; the next start goes on where it ended. */
    FAILED(1),
    /** The configuration does not fit what is there. */
    CONFIGURATION(3),
    /** What it was asked for by name is not there. */
    NOT_FOUND(4),
    /** Another process took the run's scope over. */
    LOCKED(6),
    /** A server could not be reached after retries. */
    UNREACHABLE(7),
    /** Done, but some files or rows failed, or a quality gate did. */
    WITH_ERRORS(8),
    /** Stopped as asked; it can be restarted. */
    STOPPED(9);

    private final int exitCode;

    RunEnding(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of the process. */
    public int exitCode() {
        return exitCode;
    }
}
