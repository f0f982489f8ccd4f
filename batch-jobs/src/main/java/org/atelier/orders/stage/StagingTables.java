package org.atelier.orders.stage;

import org.jdbi.v3.core.Handle;

/** The staging tables of all targets and of the rejects. */
public final class StagingTables {

    /**
     * A truncation gives the room of what runs deleted back at once, but takes a lock that nobody else may even read
     * beside. So it is done only where that lock is to be had that very moment. Where a backup reads the tables, which
     * may take hours, the rows are deleted; the first run after it truncates.
     */
    private static final String EMPTY = """
            do $$
            begin
              if pg_relation_size('etape_commandes_volets_roulants') + pg_relation_size('etape_commandes_volets')
                 + pg_relation_size('etape_commandes_rejets') > 0 then
                begin
                  lock table etape_commandes_volets_roulants, etape_commandes_volets, etape_commandes_rejets
                    in access exclusive mode nowait;
                  truncate etape_commandes_volets_roulants, etape_commandes_volets, etape_commandes_rejets;
                exception when lock_not_available or insufficient_privilege then
                  delete from etape_commandes_volets_roulants;
                  delete from etape_commandes_volets;
                  delete from etape_commandes_rejets;
                end;
              end if;
            end $$
            """;

    private StagingTables() {}

    /**
     * Empties them, in the transaction that is open, so that a rollback brings the rows back. Waits for nobody who only
     * reads them.
     */
    public static void empty(Handle handle) {
        handle.execute(EMPTY);
    }
}
