package org.atelier.migrations;

import java.util.List;

/**
 * How the schema of a database stands to this program.
 *
 * @param state the verdict
 * @param pending keys ({@code file::id::author}) of the change sets that are not applied, in their order
 * @param foreignTables names of tables (also views and sequences) that a pending change set would create and that are
 *     there already, sorted
 */
public record SchemaStatus(State state, List<String> pending, List<String> foreignTables) {

    /** The verdicts, the first that fits. */
    public enum State {
        /** The database has change sets this program does not know: a newer release was here. */
        NEWER,
        /** Tables of our names exist that we did not make: earlier scripts did. */
        FOREIGN,
        /** Every change set is applied. */
        CURRENT,
        /** Nothing of ours is there. */
        EMPTY,
        /** An older release was here. */
        PENDING
    }

    /** Copies the lists. */
    public SchemaStatus {
        pending = List.copyOf(pending);
        foreignTables = List.copyOf(foreignTables);
    }
}
