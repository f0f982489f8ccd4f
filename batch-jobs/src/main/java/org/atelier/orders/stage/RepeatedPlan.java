package org.atelier.orders.stage;

import java.util.List;
import org.atelier.orders.row.TargetTable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lines of {@code plan_commandes} that repeat an earlier run's. Takes part in the transaction that is open. */
public final class RepeatedPlan {

    private final Jdbi jdbi;

    /** Takes the database. */
    public RepeatedPlan(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether the target tables are as the merge of that run left them. */
    boolean isTargetAsLeftBy(long run) {
        return jdbi.withHandle(handle -> left(handle, run).stream()
                .allMatch(left -> TargetState.of(handle, left.table).equals(left.state)));
    }

    private record Left(TargetTable table, TargetState state) {}

    private static List<Left> left(Handle handle, long run) {
        return handle.createQuery(
                        "select cible, lignes_cible, empreinte_cible from plan_commandes where job_instance_id = :run")
                .bind("run", run)
                .map((row, context) -> new Left(
                        TargetTable.named(row.getString("cible")),
                        new TargetState(row.getLong("lignes_cible"), row.getLong("empreinte_cible"))))
                .list();
    }

    /**
     * Plans what an earlier run came to once more: nothing is written then, and every row is unchanged.
     *
     * @param last the instance to repeat
     * @param read the run that read what that came from
     */
    void repeat(long run, long last, long read) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into plan_commandes (job_instance_id, cible, %1$s, %2$s, lignes_cible, empreinte_cible,
                                                    repete)
                        select :run, cible, %1$s, %2$s, lignes_cible, empreinte_cible, :read
                          from (select cible, %1$s, 0 as inserees, 0 as modifiees, 0 as supprimees,
                                       retenues - conflits as inchangees, perimees, conflits, lignes_cible,
                                       empreinte_cible
                                  from plan_commandes where job_instance_id = :last) p
                        """.formatted(OrderPlan.STAGED.list(), OrderPlan.MERGED.list()))
                .bind("run", run)
                .bind("last", last)
                .bind("read", read)
                .execute());
    }

    /** Notes that the run has merged. */
    public void merged(long run) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update plan_commandes set date_fusion = now() where job_instance_id = :run")
                .bind("run", run)
                .execute());
    }
}
