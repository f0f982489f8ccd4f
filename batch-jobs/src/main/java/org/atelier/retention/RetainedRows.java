package org.atelier.retention;

/**
 * Rows of a job that are retained for a time only; SQL of the job. What a run at work, or one that can be restarted,
 * needs must not be among them.
 *
 * @param kind as what they are retained
 * @param what they are, for people
 * @param table theirs; with a key {@code id}
 * @param old which rows {@code r} of it are older than {@code :before}
 */
public record RetainedRows(RetentionKind kind, String what, String table, String old) {

    /** Where they are, as part of a query. */
    String source() {
        return " from " + table + " r where " + old;
    }
}
