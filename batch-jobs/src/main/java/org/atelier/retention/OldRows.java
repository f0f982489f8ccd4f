package org.atelier.retention;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Old rows of jobs and of the record of runs. They are deleted in small transactions, so that nobody waits long, and
 * rows that somebody works on are left; what a run at work, or one that can be restarted, needs is never among them.
 */
public final class OldRows {

    private static final int ROWS = 5_000;
    private static final int INSTANCES = 200;

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
    private final List<RetainedRows> ofJobs;
    private final SmallBatches batches;

    /**
     * @param connection to a database with the schema; in no transaction
     * @param ofJobs what jobs keep
     */
    public OldRows(Connection connection, List<RetainedRows> ofJobs) {
        this(connection, ofJobs, SmallBatches.USUAL_TIME);
    }

    /** @param time what a statement may take */
    OldRows(Connection connection, List<RetainedRows> ofJobs, Duration time) {
        this.jdbi = Sql.on(connection);
        this.ofJobs = List.copyOf(ofJobs);
        this.batches = new SmallBatches(jdbi, time);
    }

    private static String ofInstances() {
        return " job_execution_id in (select job_execution_id from batch_job_execution"
                + " where job_instance_id = any(:instances))";
    }

    /** How many rows of that kind, or records of runs, are older than that. */
    public long count(RetentionKind kind, Instant before) {
        String instances = instances(kind);
        return instances != null
                ? count(instances, before)
                : of(kind).mapToLong(rows -> count(rows.source(), before)).sum();
    }

    /** Deletes them, records of runs with their plans; returns how many. */
    public long delete(RetentionKind kind, Instant before) {
        String instances = instances(kind);
        return instances != null
                ? batches.deleteAll(INSTANCES, (handle, most) -> deleteInstances(handle, instances, before, most))
                : of(kind).mapToLong(rows -> delete(rows, before)).sum();
    }

    private static @Nullable String instances(RetentionKind kind) {
        return kind.equals(RetentionKind.RUNS) ? INSTANCE : kind.equals(RetentionKind.IDLE) ? IDLE_INSTANCE : null;
    }

    private Stream<RetainedRows> of(RetentionKind kind) {
        return ofJobs.stream().filter(rows -> rows.kind().equals(kind));
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

    private long delete(RetainedRows rows, Instant before) {
        String sql = "delete from " + rows.table() + " where id in (select r.id" + rows.source()
                + " order by r.id limit :most for update of r skip locked)";
        return batches.deleteAll(
                ROWS,
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
