package org.atelier.history;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what runs now. Works on the caller's connection, changes nothing, takes no lock; used by one thread. */
public final class RunsNow {

    /** The lock of a scope: see org.atelier.run.lock.ScopeLock, which this must match. */
    private static final String SQL = """
            select e.job_execution_id, i.job_name, coalesce(r.scope, p.scope, i.job_name) as scope,
                   coalesce(r.owner_pod, nullif(concat_ws('/', r.owner_host, r.owner_pid), '')) as owner,
                   e.start_time at time zone 'UTC' as started, r.heartbeat,
                   extract(epoch from clock_timestamp() - r.heartbeat) * 1000 as silent,
                   extract(epoch from clock_timestamp() - e.start_time at time zone 'UTC') * 1000 as running,
                   r.stop_requested is not null as stopping,
                   greatest(coalesce(r.progress_at, r.heartbeat), r.stop_requested)
                       < clock_timestamp() - interval '2 minutes' as still,
                   r.progress ->> 'phase' as phase,
                   coalesce((r.progress ->> 'done')::bigint, 0) as done,
                   coalesce((r.progress ->> 'total')::bigint, 0) as total,
                   coalesce((r.progress ->> 'lines')::bigint, 0) as lines,
                   coalesce((r.progress ->> 'rejects')::bigint, 0) as rejects,
                   exists (select from pg_locks l where l.granted and l.locktype = 'advisory' and l.objsubid = 1
                              and l.mode = 'ExclusiveLock'
                              and l.database = d.oid and l.classid::bigint = ((k.key >> 32) & 4294967295)
                              and l.objid::bigint = (k.key & 4294967295)) as alive,
                   array(select replace(a.application_name, 'atelier lock ', '')
                           from pg_locks l join pg_stat_activity a on a.pid = l.pid
                          where not l.granted and l.locktype = 'advisory' and l.objsubid = 1
                            and l.database = d.oid and l.classid::bigint = ((k.key >> 32) & 4294967295)
                            and l.objid::bigint = (k.key & 4294967295) order by l.waitstart, a.pid) as waiting
              from batch_job_execution e
              join batch_job_instance i on i.job_instance_id = e.job_instance_id
              join pg_database d on d.datname = current_database()
              left join atelier_run r on r.job_execution_id = e.job_execution_id
              left join lateral (select max(parameter_value) as scope from batch_job_execution_params
                                  where job_execution_id = e.job_execution_id and parameter_name = 'scope') p on true
             cross join lateral (select hashtextextended(
                                     'atelier:' || coalesce(r.scope, p.scope, i.job_name), 0) as key) k
             where e.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
               and (?::text is null or i.job_name = ?) order by e.job_execution_id""";

    private final Connection connection;

    public RunsNow(Connection connection) {
        this.connection = connection;
    }

    /** Runs whose record says they are at work, the oldest first. A scope's older ones are dead if a newer one is. */
    public List<RunNow> list(@Nullable String job) throws SQLException {
        List<RunNow> runs = Rows.read(connection, SQL, Arrays.asList(job, job), RunsNow::run);
        return runs.stream()
                .map(run -> runs.stream()
                                .anyMatch(other -> other.scope().equals(run.scope()) && other.runId() > run.runId())
                        ? dead(run)
                        : run)
                .toList();
    }

    private static RunNow dead(RunNow run) {
        return new RunNow(
                run.runId(),
                run.job(),
                run.scope(),
                RunNow.Life.DEAD,
                run.owner(),
                run.started(),
                run.heartbeat(),
                run.silence(),
                run.phase(),
                run.done(),
                run.total(),
                run.lines(),
                run.rejects(),
                null,
                List.of());
    }

    private static RunNow run(ResultSet row) throws SQLException {
        long done = row.getLong("done");
        long total = row.getLong("total");
        RunNow.Life life = life(row);
        boolean predictable = life != RunNow.Life.DEAD && done > 0 && done < total;
        return new RunNow(
                row.getLong("job_execution_id"),
                row.getString("job_name"),
                row.getString("scope"),
                life,
                row.getString("owner"),
                instant(row, "started"),
                instant(row, "heartbeat"),
                row.getObject("heartbeat") == null ? null : Duration.ofMillis(row.getLong("silent")),
                row.getString("phase"),
                done,
                total,
                row.getLong("lines"),
                row.getLong("rejects"),
                predictable ? Duration.ofMillis((long) (row.getDouble("running") * (total - done) / done)) : null,
                texts(row.getArray("waiting")));
    }

    private static RunNow.Life life(ResultSet row) throws SQLException {
        if (!row.getBoolean("alive")) {
            return RunNow.Life.DEAD;
        }
        if (row.getBoolean("still")) {
            return RunNow.Life.STALLED;
        }
        return row.getBoolean("stopping") ? RunNow.Life.STOPPING : RunNow.Life.RUNNING;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
