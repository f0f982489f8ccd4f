package org.atelier.sql;

import org.jdbi.v3.core.Handle;

/**
 * A temporary table of a session, empty at the start of each transaction. It is made once a session: the driver forgets
 * all that it prepared when anything is made.
 *
 * @param name a constant, never data
 * @param columns as in {@code create table}: a constant, never data
 */
public record TemporaryTable(String name, String columns) {

    /** Makes it when the session has none yet, and empties it. */
    public void begin(Handle handle) {
        boolean missing = handle.createQuery("select to_regclass('pg_temp." + name + "') is null")
                .mapTo(Boolean.class)
                .one();
        handle.execute(
                missing
                        ? "create temporary table " + name + " (" + columns + ") on commit delete rows"
                        : "delete from " + name);
    }
}
