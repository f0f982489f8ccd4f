package org.atelier.orders.stage;

import org.atelier.orders.row.TargetTable;
import org.jdbi.v3.core.Handle;

/**
 * The rows of a target table that are the job's own.
 *
 * @param rows how many
 * @param hash of them, see {@link RowHash}
 */
public record TargetState(long rows, long hash) {

    /** What the table holds. */
    public static TargetState of(Handle handle, TargetTable table) {
        return handle.createQuery("select count(*) as number, " + RowHash.sql(table) + " as hash from " + table.table()
                        + " where origine = 'job'")
                .map((row, context) -> new TargetState(row.getLong("number"), row.getLong("hash")))
                .one();
    }
}
