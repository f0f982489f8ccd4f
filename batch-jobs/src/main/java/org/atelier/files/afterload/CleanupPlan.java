package org.atelier.files.afterload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.files.FileState;
import org.atelier.files.JobFiles;
import org.atelier.files.StorableText;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code plan_suite}: which loaded files a run archives or deletes, and why others stay. All methods take part in
 * the transaction that is open. Thread-safe.
 */
public final class CleanupPlan {

    private static final String FREEZE = """
            insert into plan_suite (job_instance_id, fichier_id, etat, cause)
            select :run, id, case when raison is null then 'to_do' else 'stays' end, raison
              from (select f.id, p.fichier_id is not null as charge, case
                      when f.etat = 'duplicate' then 'repeats another file'
                      when f.etat <> 'loaded' then 'last state not loaded'
                      when f.taille_vue <> f.taille or f.date_fichier_vue <> f.date_fichier
                        then 'changed since it was loaded'
                      when cardinality(f.jours) = 0 then 'no event, so of no past day'
                      when (select max(j) from unnest(f.jours) j) >= :today::date
                        then 'last event not of a past day'
                      when f.lignes_retenues > 0 or f.vue_depuis > :settled then 'not settled yet'
                    end as raison
                      from fichier_source f
                      left join plan_fichier p on p.job_instance_id = :run and p.fichier_id = f.id
                                              and p.etat = 'loaded'
                     where f.job = :job and %s = :group and f.source = any(:sources)
                       and f.sha256 is not null and f.suite is null
                       and (:asked::text is null or f.chemin = :asked
                            or substr(f.chemin, strpos(f.chemin, '/') + 1) = :asked)) f
             where raison is null or charge
                on conflict do nothing
            """;

    private static final int PAGE = 200;

    private final Jdbi jdbi;
    private final JobFiles<?> own;

    /**
     * @param jdbi on the data source that the transaction manager uses, aware of its transactions
     * @param own whose files they are
     */
    public CleanupPlan(Jdbi jdbi, JobFiles<?> own) {
        this.jdbi = jdbi;
        this.own = own;
    }

    /**
     * Freezes what is to be done in a group: its files that may go, and of those this run loaded also the ones that
     * must stay, with the reason.
     *
     * @param today the day it is there: a file is of a past day when its last event's day is before it
     * @param settledSince a file first seen like this later than that is not settled
     * @param asked the one file of this name or path, null for all
     */
    public void freeze(
            long run,
            long group,
            Collection<String> sources,
            LocalDate today,
            Instant settledSince,
            @Nullable String asked) {
        jdbi.useHandle(handle -> handle.createUpdate(FREEZE.formatted(
                        own.group().map(column -> "f." + column).orElse("0")))
                .bind("job", own.job())
                .bind("run", run)
                .bind("group", group)
                .bindArray("sources", String.class, sources.toArray())
                .bind("today", today.toString())
                .bind("settled", settledSince.atOffset(ZoneOffset.UTC))
                .bind("asked", asked)
                .execute());
    }

    /** The next files to archive or delete, in the order of their keys. */
    public List<CleanupFile> toDo(long run, @Nullable CleanupFile after) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select f.id, f.source, f.chemin, f.sha256, f.taille, f.date_fichier, f.etat
                          from plan_suite p join fichier_source f on f.id = p.fichier_id
                         where p.job_instance_id = :run and p.etat = 'to_do' and p.fichier_id > :after
                         order by p.fichier_id limit :page
                        """)
                .bind("run", run)
                .bind("after", after == null ? 0 : after.id())
                .bind("page", PAGE)
                .map((row, context) -> file(row))
                .list());
    }

    /** Records what became of a file, in the plan and, unless it stays, in the ledger. */
    void record(long run, CleanupFile file, CleanupOutcome outcome) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update plan_suite set etat = :fate, cause = :cause
                             where job_instance_id = :run and fichier_id = :file
                            """)
                    .bind("fate", outcome.fate().column())
                    .bind("cause", outcome.cause() == null ? null : StorableText.of(outcome.cause()))
                    .bind("run", run)
                    .bind("file", file.id())
                    .execute();
            if (outcome.fate() != CleanupOutcome.Fate.STAYS) {
                handle.createUpdate("""
                                update fichier_source set suite = :fate, date_suite = now(), chemin_archive = :archive
                                 where id = :file
                                """)
                        .bind("fate", outcome.fate().column())
                        .bind("archive", outcome.archivedAs())
                        .bind("file", file.id())
                        .execute();
            }
        });
    }

    /** How many files of the run were archived, deleted, gone or left, by those names; empty when none was judged. */
    public Map<String, Long> figures(long run) {
        Map<String, Long> figures = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select fate, count(p.*) as files
                          from unnest(array['archived', 'deleted', 'gone', 'stays']) with ordinality as f (fate, n)
                          left join plan_suite p on p.job_instance_id = :run and p.etat = f.fate
                         where exists (select from plan_suite where job_instance_id = :run)
                         group by fate, n order by n
                        """)
                .bind("run", run)
                .map((row, context) -> figures.put(row.getString("fate"), row.getLong("files")))
                .list());
        return figures;
    }

    /** Why files stay, a line each reason. */
    public List<String> notes(long run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.cause, count(*) as files, min(f.chemin collate "C") as chemin
                          from plan_suite p join fichier_source f on f.id = p.fichier_id
                         where p.job_instance_id = :run and p.etat = 'stays' group by p.cause order by 3
                        """)
                .bind("run", run)
                .map((row, context) -> note(row.getString("cause"), row.getLong("files"), row.getString("chemin")))
                .list());
    }

    private static String note(String cause, long files, String path) {
        return files == 1
                ? path + " stays on the server: " + cause
                : files + " files stay on the server, such as " + path + ": " + cause;
    }

    private static CleanupFile file(ResultSet row) throws SQLException {
        return new CleanupFile(
                row.getLong("id"),
                row.getString("source"),
                row.getString("chemin"),
                row.getString("sha256"),
                row.getLong("taille"),
                row.getObject("date_fichier", OffsetDateTime.class).toInstant(),
                FileState.of(row.getString("etat")));
    }
}
