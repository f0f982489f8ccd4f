package org.atelier.orders.stage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.atelier.orders.row.TableRows.Counts;
import org.atelier.orders.row.TargetTable;
import org.atelier.sql.Columns;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Table {@code plan_commandes}: what a run staged and merged. Takes part in the transaction that is open. */
public final class OrderPlan {

    /** What is known once a table is staged, and stays. */
    static final Columns STAGED = Columns.of(
            "commandes_lues",
            "selectionnees",
            "retenues",
            "doublons",
            "rejetees",
            "rejets",
            "lignes_jointes",
            "numeros_partages",
            "effacees",
            "empreinte");

    /** What the merge did. */
    static final Columns MERGED =
            Columns.of("inserees", "modifiees", "supprimees", "inchangees", "perimees", "conflits");

    private final Jdbi jdbi;

    /** Takes the database. */
    public OrderPlan(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What the merge did to a table.
     *
     * @param inserted rows
     * @param updated rows
     * @param deleted rows
     * @param unchanged rows, not touched
     * @param stale rows that stay because their order is rejected
     * @param conflicts staged rows whose key a row of the API has
     */
    public record Merged(long inserted, long updated, long deleted, long unchanged, long stale, long conflicts) {

        /** Rows that were written. */
        public long changes() {
            return inserted + updated + deleted;
        }
    }

    /**
     * One table of a run.
     *
     * @param staged what was staged
     * @param heads orders in the snapshot
     * @param merged what the merge did; null as long as it did nothing
     * @param repeats the run whose result this is, because nothing had changed since; null for a run that read
     */
    public record Line(
            StagedTable staged,
            long heads,
            @Nullable Merged merged,
            @Nullable Long repeats) {}

    /** Whether the run has merged: then it has nothing more to do. */
    public boolean isMerged(long run) {
        return of(run).stream().anyMatch(line -> line.merged() != null);
    }

    /** The tables of a run. */
    public List<Line> of(long run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select cible, %s, %s, date_fusion is not null as fusionne, repete
                          from plan_commandes where job_instance_id = :run order by cible desc
                        """.formatted(STAGED.list(), MERGED.list()))
                .bind("run", run)
                .map((row, context) -> line(row))
                .list());
    }

    private static Line line(ResultSet row) throws SQLException {
        Counts counts = new Counts(
                row.getLong("selectionnees"),
                row.getLong("retenues"),
                row.getLong("doublons"),
                row.getLong("rejetees"),
                row.getLong("rejets"),
                row.getLong("lignes_jointes"),
                row.getLong("numeros_partages"),
                row.getLong("effacees"));
        Merged merged = row.getBoolean("fusionne")
                ? new Merged(
                        row.getLong("inserees"),
                        row.getLong("modifiees"),
                        row.getLong("supprimees"),
                        row.getLong("inchangees"),
                        row.getLong("perimees"),
                        row.getLong("conflits"))
                : null;
        StagedTable staged =
                new StagedTable(TargetTable.named(row.getString("cible")), counts, row.getLong("empreinte"));
        return new Line(staged, row.getLong("commandes_lues"), merged, row.getObject("repete", Long.class));
    }

    /** Forgets what an earlier attempt staged. */
    void clear(long run) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from plan_commandes where job_instance_id = :run")
                .bind("run", run)
                .execute());
    }

    void staged(long run, long heads, StagedTable staged) {
        Counts counts = staged.counts();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into plan_commandes (job_instance_id, cible, %s) values (:run, :table, %s)
                        """.formatted(STAGED.list(), STAGED.parameters()))
                .bind("run", run)
                .bind("table", staged.table().table())
                .bind("commandes_lues", heads)
                .bind("selectionnees", counts.selected())
                .bind("retenues", counts.kept())
                .bind("doublons", counts.duplicates())
                .bind("rejetees", counts.rejected())
                .bind("rejets", counts.rejects())
                .bind("lignes_jointes", counts.joinedRows())
                .bind("numeros_partages", counts.shared())
                .bind("effacees", counts.suppressed())
                .bind("empreinte", staged.hash())
                .execute());
    }

    /**
     * Notes what the merge did.
     *
     * @param collisions staged rows that lost their key after cleaning
     * @param left what the table holds now
     */
    public void merged(long run, TargetTable table, Merged merged, long collisions, TargetState left) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update plan_commandes
                           set %s,
                               retenues = retenues - :collisions, doublons = doublons + :collisions,
                               lignes_cible = :rows, empreinte_cible = :hash, date_fusion = now()
                         where job_instance_id = :run and cible = :table
                        """.formatted(MERGED.assigned()))
                .bind("run", run)
                .bind("table", table.table())
                .bind("inserees", merged.inserted())
                .bind("modifiees", merged.updated())
                .bind("supprimees", merged.deleted())
                .bind("inchangees", merged.unchanged())
                .bind("perimees", merged.stale())
                .bind("conflits", merged.conflicts())
                .bind("collisions", collisions)
                .bind("rows", left.rows())
                .bind("hash", left.hash())
                .execute());
    }
}
