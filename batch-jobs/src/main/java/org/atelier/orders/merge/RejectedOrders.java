package org.atelier.orders.merge;

import java.util.List;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.stage.StagingCopy;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code commande_rejetee}: a reject stands from the run that finds it to the run that does not any more, so that
 * a run every quarter of an hour writes nothing about what is still the same.
 */
final class RejectedOrders {

    private static final String SAME = "s.cible = r.cible and s.id_commande = r.id_commande and s.colonne = r.colonne"
            + " and s.motif = r.motif and s.valeur is not distinct from r.valeur"
            + " and s.numero_commande is not distinct from r.numero_commande"
            + " and s.extension is not distinct from r.extension";

    private RejectedOrders() {}

    /**
     * Takes over the staged rejects of the given tables.
     *
     * @param execution the run
     */
    static void keep(Handle handle, List<TargetTable> tables, long execution) {
        List<String> names = tables.stream().map(TargetTable::table).toList();
        handle.createUpdate("update commande_rejetee r set job_execution_fin = :run, date_fin = now()"
                        + " where r.job_execution_fin is null and r.cible = any (:tables)"
                        + " and not exists (select 1 from etape_commandes_rejets s where " + SAME + ")")
                .bind("run", execution)
                .bindArray("tables", String.class, names)
                .execute();
        handle.createUpdate("""
                        insert into commande_rejetee (%1$s, job_execution_id)
                        select distinct on (cible, id_commande, colonne) %1$s, :run
                          from etape_commandes_rejets
                         order by cible, id_commande, colonne, motif, valeur collate "C"
                        on conflict (cible, id_commande, colonne) where job_execution_fin is null do nothing
                        """.formatted(StagingCopy.REJECT.list()))
                .bind("run", execution)
                .execute();
    }
}
