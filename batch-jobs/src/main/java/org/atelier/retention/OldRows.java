package org.atelier.retention;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Old rows of rejects and of the record of runs. They are deleted in small transactions, so that nobody waits long, and
 * rows that somebody works on are left; what a run at work, or one that can be restarted, needs is never among them.
 */
public final class OldRows {

    private static final int LINES = 5_000;
    private static final int INSTANCES = 200;

    private static final String LINE = """
             from ligne_rejetee r
            where r.date_creation < :before
              and not exists (select from batch_job_execution e where e.job_execution_id = r.job_execution_id
                                 and e.status not in ('COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED'))
            """;

    private static final String ORDER = " from commande_rejetee r where r.date_fin < :before";

    private static final String VANISHED = ORDER + """
             and not exists (select from commandes_volets t where t.id_commande = r.id_commande)
             and not exists (select from commandes_volets_roulants t where t.id_commande = r.id_commande)
             and not exists (select from commandes_volets_roulants t where t.numero_commande = r.numero_commande
                                and t.extension is not distinct from r.extension)
            """;

    /** The newest instance of a scope stays: it is the one that can be gone on with. */
    private static final String INSTANCE = """
             from batch_job_instance i
             where exists (select from batch_job_execution e where e.job_instance_id = i.job_instance_id)
               and not exists (
                   select from batch_job_execution e where e.job_instance_id = i.job_instance_id
                      and (e.status not in ('COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED')
                        or coalesce(e.end_time, e.create_time) >= :before at time zone 'UTC'))
               and not exists (
                   select from batch_job_execution e join atelier_run r on r.job_execution_id = e.job_execution_id
                    where e.job_instance_id = i.job_instance_id
                      and not exists (select from atelier_run n where n.scope = r.scope
                                         and n.job_execution_id > r.job_execution_id))
            """;

    private static final String IDLE_INSTANCE = INSTANCE + """
               and not exists (
                   select from batch_job_execution e left join atelier_run r on r.job_execution_id = e.job_execution_id
                    where e.job_instance_id = i.job_instance_id and r.nothing_to_do is not true)
            """;

    private static final List<String> RECORD = List.of(
            "delete from batch_step_execution_context where step_execution_id in (select s.step_execution_id"
                    + " from batch_step_execution s join batch_job_execution e using (job_execution_id)"
                    + " where e.job_instance_id = any(:instances))",
            "delete from batch_step_execution where" + ofInstances(),
            "delete from batch_job_execution_context where" + ofInstances(),
            "delete from batch_job_execution_params where" + ofInstances(),
            "delete from batch_job_execution where job_instance_id = any(:instances)",
            "delete from batch_job_instance where job_instance_id = any(:instances)");

    private final Jdbi jdbi;
    private final SmallBatches batches;

    /** @param connection to a database with the schema; in no transaction */
    public OldRows(Connection connection) {
        this(connection, SmallBatches.USUAL_TIME);
    }

    /** @param time what a statement may take */
    OldRows(Connection connection, Duration time) {
        this.jdbi = Sql.on(connection);
        this.batches = new SmallBatches(jdbi, time);
    }

    private static String ofInstances() {
        return " job_execution_id in (select job_execution_id from batch_job_execution"
                + " where job_instance_id = any(:instances))";
    }

    /** How many rejects are older than that. */
    public long rejects(Instant before) {
        return count(LINE, before) + count(ORDER, before);
    }

    /** How many runs' records are. */
    public long runs(Instant before) {
        return count(INSTANCE, before);
    }

    /** How many rejects of orders that are gone since before then. */
    public long vanishedOrders(Instant before) {
        return count(VANISHED, before);
    }

    /** How many records of runs that had nothing to do are. */
    public long idleRuns(Instant before) {
        return count(IDLE_INSTANCE, before);
    }

    /** Deletes rejects; returns how many. */
    public long deleteRejects(Instant before) {
        return deleteInBatches("ligne_rejetee", LINE, before) + deleteInBatches("commande_rejetee", ORDER, before);
    }

    /** Deletes rejects of orders that are gone; returns how many. */
    public long deleteVanishedOrders(Instant before) {
        return deleteInBatches("commande_rejetee", VANISHED, before);
    }

    /** Deletes the records of runs with their plans; returns how many. */
    public long deleteRuns(Instant before) {
        return batches.deleteAll(INSTANCES, (handle, most) -> deleteInstances(handle, INSTANCE, before, most));
    }

    /** Deletes the records of runs that had nothing to do; returns how many. */
    public long deleteIdleRuns(Instant before) {
        return batches.deleteAll(INSTANCES, (handle, most) -> deleteInstances(handle, IDLE_INSTANCE, before, most));
    }

    private static int deleteInstances(Handle handle, String rows, Instant before, int most) {
        List<Long> instances = handle.createQuery(
                        "select i.job_instance_id" + rows + " order by 1 limit :most for update of i skip locked")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .mapTo(Long.class)
                .list();
        RECORD.forEach(sql -> delete(handle, sql, instances));
        return instances.size();
    }

    private static void delete(Handle handle, String sql, List<Long> instances) {
        handle.createUpdate(sql)
                .bindArray("instances", Long.class, instances.toArray())
                .execute();
    }

    private long deleteInBatches(String table, String rows, Instant before) {
        String sql = "delete from " + table + " where id in (select r.id" + rows
                + " order by r.id limit :most for update of r skip locked)";
        return batches.deleteAll(
                LINES,
                (handle, most) -> handle.createUpdate(sql)
                        .bind("before", before.atOffset(ZoneOffset.UTC))
                        .bind("most", most)
                        .execute());
    }

    private long count(String rows, Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*)" + rows)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
    }
}
