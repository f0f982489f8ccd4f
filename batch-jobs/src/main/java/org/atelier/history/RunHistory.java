package org.atelier.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what ran. Works on the caller's connection, changes nothing, and is used by one thread at a time. */
public final class RunHistory {

    private static final String NEWEST = " order by run_id desc limit 1";

    private final Connection connection;

    public RunHistory(Connection connection) {
        this.connection = connection;
    }

    /** Runs, the newest first. */
    public List<RunRecord> list(RunFilter filter) throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(filter.withIdle() ? "where true" : "where not nothing_to_do");
        filter.job().ifPresent(job -> {
            where.append(" and job = ?");
            values.add(job);
        });
        filter.status().ifPresent(status -> {
            where.append(" and status = ?");
            values.add(status);
        });
        filter.since().ifPresent(since -> {
            where.append(" and created >= ?");
            values.add(since.atOffset(ZoneOffset.UTC));
        });
        filter.before().ifPresent(before -> {
            where.append(" and run_id < ?");
            values.add(before);
        });
        values.add(filter.limit());
        return runs(where + " order by run_id desc limit ?", values);
    }

    /**
     * The run that people mean.
     *
     * @param zone in which a day begins, for {@code JOB@DAY}
     */
    public Optional<RunRecord> find(RunReference reference, ZoneId zone) throws SQLException {
        if (reference instanceof RunReference.Id id) {
            return runs("where run_id = ?", List.of(id.runId())).stream().findFirst();
        }
        if (reference instanceof RunReference.JobOnDay day) {
            return onDay(day, zone);
        }
        String where = reference instanceof RunReference.Last ? "" : "where status in ('FAILED', 'STOPPED', 'UNKNOWN')";
        return runs(where + NEWEST, List.of()).stream().findFirst();
    }

    private Optional<RunRecord> onDay(RunReference.JobOnDay wanted, ZoneId zone) throws SQLException {
        // The view puts the parameters of a run together, which is only done for runs of a range, and of that day.
        String where = """
                where run_id in (select job_execution_id from batch_job_execution_params where parameter_name = 'from'
                                 union all
                                 select job_execution_id from batch_job_execution
                                  where create_time at time zone 'UTC' >= ? and create_time at time zone 'UTC' < ?)
                  and job = ? and (? between range_from and range_to
                  or (range_from is null and created >= ? and created < ?))
                order by (range_from is null), run_id desc limit 1""";
        OffsetDateTime begin = wanted.day().atStartOfDay(zone).toOffsetDateTime();
        OffsetDateTime end = wanted.day().plusDays(1).atStartOfDay(zone).toOffsetDateTime();
        return runs(where, List.of(begin, end, wanted.job(), wanted.day(), begin, end)).stream()
                .findFirst();
    }

    /** The steps of a run in the order they began. */
    public List<StepRecord> steps(long runId) throws SQLException {
        String sql = """
                select step, "partition", status, started, ended, duration_ms, read_count, write_count, filter_count,
                       skip_count, commit_count, rollback_count, exit_message
                from v_run_step where run_id = ? order by started nulls last, step, "partition"
                """;
        return Rows.read(connection, sql, List.of(runId), RecordReader::step);
    }

    /** When the newest run of a job that ended with exit code 0 did so. */
    public Optional<Instant> lastSuccess(String job) throws SQLException {
        String sql = """
                select max(e.end_time) at time zone 'UTC' as ended
                from batch_job_execution e
                join batch_job_instance i on i.job_instance_id = e.job_instance_id
                join atelier_run r on r.job_execution_id = e.job_execution_id
                where i.job_name = ? and r.exit_code = 0""";
        return Rows.read(connection, sql, List.of(job), row -> Optional.ofNullable(RecordReader.instant(row, "ended")))
                .get(0);
    }

    /**
     * What a run rejected, at most {@code limit}: the values of each in the order of the query's columns.
     *
     * @param query of the run's job
     */
    public List<List<@Nullable Object>> rejects(long runId, RejectQuery.OfRun query, int limit) throws SQLException {
        return Rows.read(
                connection,
                "with asked as (select ?::bigint as run) " + query.sql() + " limit ?",
                List.of(runId, limit),
                row -> values(row, query.columns().size()));
    }

    private static List<@Nullable Object> values(ResultSet row, int columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            values.add(row.getObject(i));
        }
        return values;
    }

    private List<RunRecord> runs(String tail, List<Object> values) throws SQLException {
        String sql = """
                select run_id, job_instance_id, job, scope, seq, range_from, range_to, attempt, parameters, status,
                       exit_code, trigger_kind, version, owner, created, started, ended, duration_ms, read_count,
                       write_count, filter_count, reject_count, cause, next_step, next_action, nothing_to_do, heartbeat, progress,
                       summary, log_file
                from v_run
                """;
        return Rows.read(connection, sql + tail, values, RecordReader::run);
    }
}
