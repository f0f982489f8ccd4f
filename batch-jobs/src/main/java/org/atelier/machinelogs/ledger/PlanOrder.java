package org.atelier.machinelogs.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * The order in which plans of a centre are made, over all shards: plans of one centre wait for each other, so the later
 * one knows every file of the earlier one. Of two plans for a day or a file the later one counts, whoever carries it
 * out first. All methods take part in the transaction that is open. Thread-safe.
 */
public final class PlanOrder {

    private final Jdbi jdbi;

    /** @param jdbi on the data source that the transaction manager uses, aware of its transactions */
    public PlanOrder(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Has the planning of a centre to itself until the transaction ends. */
    public void lock(long centreId) {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock("
                        + "hashtextextended('atelier:centre-plan:' || :centre, 0)) is not null")
                .bind("centre", Long.toString(centreId))
                .mapTo(Boolean.class)
                .one());
    }

    /** Numbers what the run has planned for a centre, whose planning it has to itself. */
    public void number(long run, long centreId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with number as materialized (select nextval('plan_ordre') as n),
                        files as (
                          update plan_fichier p set ordre = n from number, fichier_source f
                           where p.job_instance_id = :run and f.id = p.fichier_id and f.centre_usinage_id = :centre
                             and p.etat in ('fetched', 'partial'))
                        update plan_jour set ordre = n from number
                         where job_instance_id = :run and centre_usinage_id = :centre
                        """)
                .bind("run", run)
                .bind("centre", centreId)
                .execute());
    }

    /**
     * The plan that counts for a day which the run builds: its own, or a later one's; fresh are the run's own files.
     */
    public PlannedDay newest(long run, PlannedDay own) {
        Optional<PlannedDay> later = jdbi.withHandle(handle -> handle.createQuery("""
                        select p.fichiers::text as fichiers, p.debut_jour::text as debut_jour from plan_jour p
                         where p.centre_usinage_id = :centre and p.jour = :day::date and p.ordre > (
                               select o.ordre from plan_jour o
                                where o.job_instance_id = :run and o.centre_usinage_id = :centre and o.jour = :day::date)
                         order by p.ordre desc limit 1
                        """)
                .bind("run", run)
                .bind("centre", own.centreId())
                .bind("day", own.day().toString())
                .map((row, context) -> new PlannedDay(
                        own.centreId(), own.day(), LogFiles.dayStart(row), parts(run, row.getString("fichiers"))))
                .findOne());
        return later.orElse(own);
    }

    private List<DayPart> parts(long run, String files) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.file, p.path, p.sha256, p.modified, p.downloaded, p.held,
                               exists (select from plan_fichier f where f.job_instance_id = :run
                                          and f.fichier_id = p.file and f.etat = 'fetched') as fresh
                          from rows from (jsonb_to_recordset(:files::jsonb) as (file bigint, path text, sha256 text,
                                 modified timestamptz, downloaded timestamptz, held boolean))
                               with ordinality as p (file, path, sha256, modified, downloaded, held, n)
                         order by p.n
                        """)
                .bind("run", run)
                .bind("files", files)
                .map((row, context) -> DayPart.of(row))
                .list());
    }

    /** Those of the run's files that a later plan has taken over; their ledger rows are locked. */
    public Set<Long> takenOver(long run, Collection<Long> fileIds) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select id from fichier_source where id = any(:files) order by id for update")
                .bindArray("files", Long.class, fileIds.toArray())
                .mapTo(Long.class)
                .list());
        return new HashSet<>(
                jdbi.withHandle(handle -> handle.createQuery(TAKEN_OVER + " and m.fichier_id = any(:files)")
                        .bind("run", run)
                        .bindArray("files", Long.class, fileIds.toArray())
                        .mapTo(Long.class)
                        .list()));
    }

    /** Whether a later plan has taken over any file of the run. */
    public boolean anyTakenOver(long run) {
        return jdbi.withHandle(handle -> handle.createQuery(TAKEN_OVER + " limit 1")
                .bind("run", run)
                .mapTo(Long.class)
                .findOne()
                .isPresent());
    }

    private static final String TAKEN_OVER = """
            select m.fichier_id from plan_fichier m
             where m.job_instance_id = :run and exists (
                   select from plan_fichier n where n.fichier_id = m.fichier_id and n.job_instance_id <> m.job_instance_id
                      and n.ordre > m.ordre and n.etat in ('fetched', 'partial', 'loaded'))
            """;
}
