package org.atelier.history;

import java.util.List;

/**
 * How the rejects of a job are read; SQL of the job. Immutable.
 *
 * @param prefix what their ids begin with, before a hyphen and their number, such as {@code line}; unique
 * @param standing a query of all that stand so until now, with the columns {@code number} (their own), {@code centre},
 *     {@code subject}, {@code file} (its name), {@code place}, {@code reason}, {@code content}, {@code run},
 *     {@code created} and {@code file_id} (the ledger's key, {@code bigint}); null for what a job does not have
 * @param ofRun a run's
 * @param fix what to do about one that is of no file
 */
public record RejectQuery(String prefix, String standing, OfRun ofRun, String fix) {

    /**
     * What a run rejected.
     *
     * @param name of the list, in the plural and snake case
     * @param columns names of the values of a row, in snake case
     * @param sql a query of these values in their order; its run is {@code (select run from asked)}
     */
    public record OfRun(String name, List<String> columns, String sql) {

        /** Copies the list. */
        public OfRun {
            columns = List.copyOf(columns);
        }
    }
}
