package org.atelier.orders;

import java.util.List;
import org.atelier.history.RejectQuery;
import org.atelier.retention.RetainedRows;
import org.atelier.retention.RetentionKind;

/**
 * How rejects of orders are read, and how long they are kept. A reject is kept once, from the run that found it first
 * to the run that no longer did; only a complete run says what is rejected.
 */
public final class OrderRejects {

    private static final String STANDING = """
            select o.id as number, null as centre, o.id_commande as subject, null as file,
                   o.cible || '.' || o.colonne as place, o.motif as reason, o.valeur as content,
                   o.job_execution_id as run, o.date_creation as created, null::bigint as file_id
              from commande_rejetee o where o.job_execution_fin is null""";

    private static final RejectQuery.OfRun OF_RUN = new RejectQuery.OfRun(
            "rejected_orders",
            List.of("table", "order", "number", "extension", "column", "reason", "value", "since_run"),
            """
            select r.cible, r.id_commande, r.numero_commande, r.extension, r.colonne, r.motif, r.valeur,
                   r.job_execution_id
              from commande_rejetee r
             where r.job_execution_id <= (select run from asked)
               and (r.job_execution_fin is null or r.job_execution_fin > (select run from asked))
               and exists (select from batch_job_execution e
                             join plan_commandes p on p.job_instance_id = e.job_instance_id and p.cible = r.cible
                            where e.job_execution_id = (select run from asked) and e.status = 'COMPLETED'
                              and p.date_fusion is not null)
             order by r.cible, r.id_commande collate "C", r.colonne""");

    static final RejectQuery QUERY = new RejectQuery("order", STANDING, OF_RUN, "correct it in the ERP");

    /** What is left, when its row was deleted, of an order that vanished from the ERP: its rejects. */
    public static final RetentionKind VANISHED = new RetentionKind("vanished-orders", "0d", "7d", true);

    private static final String ENDED = "r.date_fin < :before";

    static final List<RetainedRows> RETAINED = List.of(
            new RetainedRows(
                    RetentionKind.REJECTS, "rejects of orders that became right since", "commande_rejetee", ENDED),
            new RetainedRows(
                    VANISHED,
                    "what is left of an order that vanished from the ERP's selection: its rejects. Its rows are deleted"
                            + " by the run that no longer finds it",
                    "commande_rejetee",
                    ENDED + """
             and not exists (select from commandes_volets t where t.id_commande = r.id_commande)
             and not exists (select from commandes_volets_roulants t where t.id_commande = r.id_commande)
             and not exists (select from commandes_volets_roulants t where t.numero_commande = r.numero_commande
                                and t.extension is not distinct from r.extension)
            """));

    private OrderRejects() {}
}
