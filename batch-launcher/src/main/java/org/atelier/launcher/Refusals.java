package org.atelier.launcher;

import org.atelier.run.RunRefusedException;

/** Gives refusals of the run engine their exit codes. */
public final class Refusals {

    private Refusals() {}

    /** The failure to end the command with. */
    public static CommandFailure failure(RunRefusedException e) {
        ExitCode code = switch (e.reason()) {
            case NOT_FOUND -> ExitCode.NOT_FOUND;
            case OVER -> ExitCode.ALREADY_COMPLETE;
            case LOCKED -> ExitCode.LOCKED;
            case DEAD -> ExitCode.FAILED;
            case STOPPED -> ExitCode.STOPPED;
        };
        return new CommandFailure(code, String.valueOf(e.getMessage()), e.why(), NextCommand.of(e.next()), e);
    }
}
