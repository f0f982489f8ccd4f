package org.atelier.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used, for a reason people can act on: what, why, and what an administrator does about it. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the trouble is, for a program to decide on. */
    public enum Kind {
        /** The server cannot be reached. */
        UNREACHABLE,
        /** The server was reached, and did not answer a query. */
        GONE,
        /** The server refuses the login or the database, or takes no writing: another try does not help. */
        REFUSED,
        /** The role lacks a right. */
        NO_RIGHT,
        /** A limit that an administrator set struck. */
        LIMIT,
        /** The database cannot hold our data, or runs cannot work with what is there. */
        OBSTACLE,
        /** The schema is older than this program. */
        OLDER,
        /** The schema was made by a newer release. */
        NEWER,
        /** There are tables of our names that we did not make. */
        FOREIGN,
        /** Another process changes the schema for longer than we wait. */
        LOCKED,
        /** The schema cannot be changed as it is. */
        UNCHANGED,
        /** The server refused a change of the schema, or was lost. */
        FAILED
    }

    private final Kind kind;
    private final String why;
    private final String fix;

    /**
     * @param what what failed, where
     * @param why the cause; empty when {@code what} says it all
     * @param fix what to do, where the kind does not say it; else empty
     */
    DatabaseException(Kind kind, String what, String why, String fix, @Nullable Throwable cause) {
        super(what, cause);
        this.kind = kind;
        this.why = why;
        this.fix = fix;
    }

    /** What the trouble is. */
    public Kind kind() {
        return kind;
    }

    /** The cause in words, or empty. */
    public String why() {
        return why;
    }

    /** What to do, where the kind does not say it; else empty. */
    public String fix() {
        return fix;
    }
}
