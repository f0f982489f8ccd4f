package org.atelier.launcher;

import org.atelier.database.DatabaseException;
import org.atelier.database.DatabaseException.Kind;

/** What troubles with the database mean to commands: exit codes, and what to type next. */
public final class DatabaseFailures {

    private DatabaseFailures() {}

    /** The failure of a command that met that trouble. */
    public static CommandFailure of(DatabaseException e) {
        return new CommandFailure(
                exitCode(e.kind()), String.valueOf(e.getMessage()), e.why(), next(e.kind(), e.fix()), e.getCause());
    }

    private static ExitCode exitCode(Kind kind) {
        return switch (kind) {
            case UNREACHABLE, GONE -> ExitCode.UNREACHABLE;
            case LOCKED -> ExitCode.LOCKED;
            case FAILED -> ExitCode.FAILED;
            default -> ExitCode.CONFIGURATION;
        };
    }

    private static String next(Kind kind, String fix) {
        return switch (kind) {
            case UNREACHABLE, REFUSED -> fix + ", then: atelier check database";
            case GONE, NO_RIGHT -> "atelier check database";
            case LIMIT -> fix + "; then the same command again";
            case OBSTACLE -> fix + "; then: atelier check database";
            case OLDER -> "atelier db update (or set atelier.database.migrate to auto)";
            case NEWER -> fix;
            case FOREIGN -> "atelier db update --adopt (moves them, as they are, to the schema ancien)";
            case LOCKED, UNCHANGED, FAILED -> "atelier db status";
        };
    }
}
