package org.atelier.launcher;

import org.jspecify.annotations.Nullable;

/** A command cannot do what was asked, for a reason people can act on: what, why, and what to type next. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String why;
    private final String next;

    /**
     * @param what what failed, where
     * @param why the cause; empty when {@code what} says it all
     * @param next the exact next command or step
     */
    public CommandFailure(ExitCode exitCode, String what, String why, String next) {
        this(exitCode, what, why, next, null);
    }

    /** The same with the exception behind it, which {@code -v} shows. */
    public CommandFailure(ExitCode exitCode, String what, String why, String next, @Nullable Throwable cause) {
        super(what, cause);
        this.exitCode = exitCode;
        this.why = why;
        this.next = next;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** The cause in words, or empty. */
    public String why() {
        return why;
    }

    /** What to type or do next. */
    public String next() {
        return next;
    }
}
