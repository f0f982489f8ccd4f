package org.atelier.machinelogs.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.atelier.files.StorableText;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code plan_jour}: the centre-days that a run builds. All methods take part in the transaction that is open.
 * Thread-safe.
 */
public final class DayPlan {

    private static final int PAGE = 200;

    private final Jdbi jdbi;

    /** @param jdbi on the data source that the transaction manager uses, aware of its transactions */
    public DayPlan(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Freezes a day: the files it is built from, in the session's order; none when the day is to be emptied. */
    public void freeze(long run, PlannedDay day) {
        List<DayPart> parts = day.parts();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into plan_jour (job_instance_id, centre_usinage_id, jour, debut_jour, etat, fichiers)
                        select :run, :centre, :day::date, :dayStart::time, 'planned', coalesce(jsonb_agg(jsonb_build_object(
                                 'file', p.file, 'path', p.path, 'sha256', p.sha256, 'modified', p.modified,
                                 'downloaded', p.downloaded, 'held', p.held, 'fresh', p.fresh) order by p.n), '[]')
                          from unnest(:files, :paths, :hashes, :modified, :downloaded, :held, :fresh) with ordinality
                               as p (file, path, sha256, modified, downloaded, held, fresh, n)
                        """)
                .bind("run", run)
                .bind("centre", day.centreId())
                .bind("day", day.day().toString())
                .bind("dayStart", day.dayStart() == null ? null : day.dayStart().toString())
                .bindArray("files", Long.class, each(parts, DayPart::fileId))
                .bindArray("paths", String.class, each(parts, DayPart::path))
                .bindArray("hashes", String.class, each(parts, DayPart::sha256))
                .bindArray(
                        "modified",
                        String.class,
                        each(parts, part -> part.modified().toString()))
                .bindArray(
                        "downloaded",
                        String.class,
                        each(parts, part -> part.downloadedAt().toString()))
                .bindArray("held", Boolean.class, each(parts, DayPart::held))
                .bindArray("fresh", Boolean.class, each(parts, DayPart::fresh))
                .execute());
    }

    /** The next days to build, by centre and day. */
    public List<PlannedDay> undone(long run, @Nullable PlannedDay after) {
        Map<DayKey, List<DayPart>> days = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select d.centre_usinage_id, d.jour::text as jour, d.debut_jour::text as debut_jour, p.*
                          from (select * from plan_jour
                                 where job_instance_id = :run and etat = 'planned'
                                   and (centre_usinage_id, jour) > (:centre, :day::date)
                                 order by centre_usinage_id, jour limit :page) d
                          left join lateral rows from (jsonb_to_recordset(d.fichiers) as (file bigint, path text, sha256 text,
                                 modified timestamptz, downloaded timestamptz, held boolean, fresh boolean))
                               with ordinality as p (file, path, sha256, modified, downloaded, held, fresh, n) on true
                         order by d.centre_usinage_id, d.jour, p.n
                        """)
                .bind("run", run)
                .bind("centre", after == null ? 0 : after.centreId())
                .bind("day", after == null ? "-infinity" : after.day().toString())
                .bind("page", PAGE)
                .map((row, context) -> add(row, days))
                .list());
        return days.entrySet().stream()
                .map(day -> day.getKey().planned(day.getValue()))
                .toList();
    }

    /** A day without files has one row, without a path. */
    private static DayKey add(ResultSet row, Map<DayKey, List<DayPart>> days) throws SQLException {
        DayKey key = new DayKey(
                row.getLong("centre_usinage_id"), LocalDate.parse(row.getString("jour")), LogFiles.dayStart(row));
        List<DayPart> parts = days.computeIfAbsent(key, ignored -> new ArrayList<>());
        if (row.getString("path") != null) {
            parts.add(DayPart.of(row));
        }
        return key;
    }

    /**
     * Marks a day as done, in the transaction that writes it.
     *
     * @param events how many events of it came from files that this run loads
     */
    public void done(long run, PlannedDay day, DayResult result, long events, long execution) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update plan_jour set etat = 'done', resultat = :result, evenements = :events, cause = null,
                               job_execution_id = :execution
                         where job_instance_id = :run and centre_usinage_id = :centre and jour = :day::date
                        """)
                .bind("result", result.column())
                .bind("events", events)
                .bind("execution", execution)
                .bind("run", run)
                .bind("centre", day.centreId())
                .bind("day", day.day().toString())
                .execute());
    }

    /**
     * Marks a day as failed; the files that have, or had, events of it are not marked as loaded by this run.
     *
     * @param events how many events of it came from files that this run takes; null when that is not known
     */
    public void failed(long run, PlannedDay day, String cause, @Nullable Long events, long execution) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update plan_jour set etat = 'failed', cause = :cause, evenements = :events,
                               job_execution_id = :execution
                         where job_instance_id = :run and centre_usinage_id = :centre and jour = :day::date
                        """)
                .bind("cause", StorableText.of(cause))
                .bind("events", events)
                .bind("execution", execution)
                .bind("run", run)
                .bind("centre", day.centreId())
                .bind("day", day.day().toString())
                .execute());
    }

    /**
     * Why days failed that need these files, or whose session was built from them and stays as it was.
     *
     * @return a cause by key of the file; none for a file all of whose days are done
     */
    public Map<Long, String> failuresOf(long run, List<Long> fileIds) {
        Map<Long, String> causes = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select distinct on (p.file) p.file, d.cause
                          from plan_jour d cross join lateral (
                               select file from jsonb_to_recordset(d.fichiers) as f (file bigint)
                                union select l.fichier_id from session_production s
                                        join session_fichier l on l.session_id = s.id
                                       where s.centre_usinage_id = d.centre_usinage_id and s.date_production = d.jour) p
                         where d.job_instance_id = :run and d.etat = 'failed' and p.file = any(:files)
                         order by p.file, d.jour
                        """)
                .bind("run", run)
                .bindArray("files", Long.class, fileIds)
                .map((row, context) -> causes.put(row.getLong("file"), row.getString("cause")))
                .list());
        return causes;
    }

    /** How many days of the run are in each state. */
    public DayPlanCounts counts(long run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as days, count(*) filter (where etat = 'planned') as undone,
                               count(*) filter (where etat = 'failed') as failed,
                               count(*) filter (where resultat = 'written') as written,
                               count(*) filter (where resultat = 'unchanged') as unchanged,
                               count(*) filter (where resultat = 'deleted') as deleted,
                               count(*) filter (where resultat = 'conflict') as conflicts,
                               coalesce(sum(evenements), 0) as events,
                               bool_or(etat = 'failed' and evenements is null) is true as unread,
                               (select count(*) from plan_fichier_log where job_instance_id = :run and relu) as again
                          from plan_jour where job_instance_id = :run
                        """)
                .bind("run", run)
                .map((row, context) -> new DayPlanCounts(
                        row.getLong("days"),
                        row.getLong("undone"),
                        row.getLong("failed"),
                        row.getLong("written"),
                        row.getLong("unchanged"),
                        row.getLong("deleted"),
                        row.getLong("conflicts"),
                        row.getLong("events"),
                        row.getBoolean("unread"),
                        row.getLong("again")))
                .one());
    }

    private static <T> List<T> each(List<DayPart> parts, Function<DayPart, T> value) {
        return parts.stream().map(value).toList();
    }

    private record DayKey(
            long centreId, LocalDate day, @Nullable LocalTime dayStart) {

        PlannedDay planned(List<DayPart> parts) {
            return new PlannedDay(centreId, day, dayStart, parts);
        }
    }
}
