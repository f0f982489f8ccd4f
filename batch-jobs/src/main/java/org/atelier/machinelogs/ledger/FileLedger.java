package org.atelier.machinelogs.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.atelier.machinelogs.centre.MachiningCentre;
import org.jdbi.v3.core.Jdbi;

/**
 * Table {@code fichier_source}: every log file that was ever seen. All methods take part in the transaction that is
 * open.
 *
 * <p>Thread-safe.
 */
public final class FileLedger {

    private static final String SELECT =
            "select id, centre_usinage_id, source, chemin, etat, tentatives, duplicate_de, taille_vue, "
                    + "date_fichier_vue, vue_depuis, "
                    + FileRows.VERSION_COLUMNS + " from fichier_source left join fichier_log on fichier_id = id ";

    /** Attempts at an unchanged file before it is left alone. */
    public static final int ATTEMPTS = 5;

    private final Jdbi jdbi;
    private final KeptVersion versions;

    /** @param jdbi on the data source that the transaction manager uses, aware of its transactions */
    public FileLedger(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.versions = new KeptVersion(jdbi);
    }

    /** What is known of these files of one source, by path. */
    public Map<String, LedgerFile> known(String source, Collection<String> paths) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " where job = 'machine-logs' and source = :source and chemin = any(:paths)")
                .bind("source", source)
                .bindArray("paths", String.class, paths.toArray())
                .map((row, context) -> file(row))
                .collect(Collectors.toMap(LedgerFile::path, file -> file)));
    }

    /** Every file of a centre that has been loaded, duplicates included, in the order of their paths. */
    public List<LedgerFile> loadedOfCentre(long centreId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + " where centre_usinage_id = :centre and sha256 is not null order by chemin collate \"C\", id")
                .bind("centre", centreId)
                .map((row, context) -> file(row))
                .list());
    }

    /**
     * Notes a look at files of one centre and source that are new or look different from the last look.
     *
     * @param now when it was, by our own clock
     */
    public void look(String source, long centreId, Collection<FileLook> looks, Instant now) {
        if (looks.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into fichier_source (job, source, centre_usinage_id, chemin, etat, taille_vue, date_fichier_vue,
                                                    vue_depuis, derniere_vue, date_premiere_vue)
                        select 'machine-logs', :source, :centre, f.chemin, 'seen', f.taille, f.modifie, :now, :now, :now
                          from unnest(:paths, :sizes, :times::timestamptz[]) as f (chemin, taille, modifie)
                            on conflict (job, source, chemin) do update
                           set taille_vue = excluded.taille_vue, date_fichier_vue = excluded.date_fichier_vue,
                               vue_depuis = excluded.vue_depuis, derniere_vue = excluded.derniere_vue, tentatives = 0,
                               centre_usinage_id = excluded.centre_usinage_id
                        """)
                .bind("source", source)
                .bind("centre", centreId)
                .bindArray(
                        "paths",
                        String.class,
                        looks.stream().map(FileLook::path).toList())
                .bindArray(
                        "sizes", Long.class, looks.stream().map(FileLook::size).toList())
                .bindArray(
                        "times",
                        String.class,
                        looks.stream().map(look -> look.modified().toString()).toList())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Takes back that files left their server: they are listed there again. */
    public void listed(String source, Collection<String> paths) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update fichier_source set suite = null, date_suite = null, chemin_archive = null
                         where job = 'machine-logs' and source = :source and suite is not null and chemin = any(:paths)
                        """)
                .bind("source", source)
                .bindArray("paths", String.class, paths.toArray())
                .execute());
    }

    /**
     * Tells the views in which zone the plant's times are written, and beyond which age of its last session no centre
     * is fresh.
     */
    public void plant(ZoneId zone, Duration maxAge) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update atelier_plant set time_zone = :zone, age_max = :seconds * interval '1 second'
                         where time_zone is distinct from :zone or age_max <> :seconds * interval '1 second'
                        """)
                .bind("zone", zone.getId())
                .bind("seconds", maxAge.toSeconds())
                .execute());
    }

    /** Makes the centre's row where it is missing and returns its key; what people wrote in it stays. */
    public long centre(MachiningCentre centre) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            insert into centre_usinage (nom, type_cu) values (:code, :type)
                                on conflict (nom) do update set type_cu = excluded.type_cu, date_modification = now()
                                 where centre_usinage.origine = 'job' and centre_usinage.type_cu is distinct from excluded.type_cu
                            """)
                    .bind("code", centre.code())
                    .bind("type", centre.type())
                    .execute();
            // A statement of its own: it sees the row that another shard has made meanwhile.
            return handle.createQuery("select id from centre_usinage where nom = :code")
                    .bind("code", centre.code())
                    .mapTo(Long.class)
                    .one();
        });
    }

    /**
     * Lets PostgreSQL see how few centres there are. A table that it has never looked at counts as large, and queries
     * on large tables are compiled first, which takes longer than they do.
     */
    public void countCentresOnce() {
        jdbi.useHandle(handle -> {
            boolean unseen = handle.createQuery(
                            "select reltuples < 0 from pg_class where oid = 'centre_usinage'::regclass")
                    .mapTo(Boolean.class)
                    .one();
            if (unseen) {
                handle.execute("analyze centre_usinage");
            }
        });
    }

    /** The days of the sessions that were built from any of these files. */
    public List<LocalDate> daysBuiltFrom(Collection<Long> fileIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct s.date_production::text from session_fichier f
                          join session_production s on s.id = f.session_id where f.fichier_id = any(:files)
                        """)
                .bindArray("files", Long.class, fileIds.toArray())
                .map((row, context) -> LocalDate.parse(row.getString(1)))
                .list());
    }

    /** When this content of the file was first downloaded, if it is the loaded one. */
    public Optional<Instant> firstDownload(long fileId, String sha256) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select date_telechargement from fichier_source where id = :file and sha256 = :sha256")
                .bind("file", fileId)
                .bind("sha256", sha256)
                .map((row, context) -> FileRows.instant(row, "date_telechargement"))
                .findOne());
    }

    /**
     * Marks a version as loaded, or as a duplicate, by this run.
     *
     * @param execution the job execution
     */
    public void loaded(PlannedFile file, FileVersion version, long execution) {
        FileState state = file.duplicateOf() == null ? FileState.LOADED : FileState.DUPLICATE;
        versions.keep(file, version, execution);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update fichier_source set etat = :state, tentatives = 0, cause = null, date_chargement = now()
                         where id = :file
                        """)
                .bind("state", state.column())
                .bind("file", file.id())
                .execute());
    }

    /**
     * Keeps the version of a file that a range writes in part. Its days in the range stay the file's own, whatever
     * becomes of it on its server; it remains {@code seen}, so the next run takes it again and writes the others. Its
     * day start is not kept: if it has left its server by then, the next run reads it from the landing area. Its
     * attempts stay as they are.
     */
    public void partial(PlannedFile file, FileVersion version, long execution) {
        versions.keep(file, version, execution);
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        with own as (update fichier_log set debut_jour = null where fichier_id = :file)
                        update fichier_source
                           set etat = 'seen', date_chargement = now(), cause = 'days of it outside a range are left to the next run'
                         where id = :file
                        """).bind("file", file.id()).execute());
    }

    /**
     * Keeps the version of a file that a shard has fetched, so that the other shards plan with it. It remains
     * {@code seen} until its days are committed. Its attempts stay as they are.
     */
    public void published(PlannedFile file, FileVersion version, long execution) {
        versions.keep(file, version, execution);
        jdbi.useHandle(handle -> handle.createUpdate("update fichier_source set etat = 'seen', cause = null,"
                        + " date_chargement = now() where id = :file")
                .bind("file", file.id())
                .execute());
    }

    /** The days of a centre that are sealed: what they were built from was purged. */
    public Set<LocalDate> sealedDays(long centreId) {
        return new HashSet<>(jdbi.withHandle(
                handle -> handle.createQuery("select jour::text from jour_scelle where centre_usinage_id = :centre")
                        .bind("centre", centreId)
                        .map((row, context) -> LocalDate.parse(row.getString(1)))
                        .list()));
    }

    /** The days of a centre that have a session. */
    public List<LocalDate> daysWithSession(long centreId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select date_production::text from session_production where centre_usinage_id = :centre")
                .bind("centre", centreId)
                .map((row, context) -> LocalDate.parse(row.getString(1)))
                .list());
    }

    /** Every centre that has a loaded file with events of one of the days. */
    public List<Long> centresWithEvents(LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct centre_usinage_id from fichier_source f
                         where sha256 is not null and centre_usinage_id is not null and exists (select from unnest(f.jours) d where d between :from::date and :to::date)
                         order by 1
                        """)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .mapTo(Long.class)
                .list());
    }

    /** Counts a failed attempt; after {@value #ATTEMPTS} of them on an unchanged file it is quarantined. */
    public void failed(long fileId, String cause, long execution) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update fichier_source
                           set tentatives = tentatives + 1, cause = :cause, job_execution_id = :execution,
                               etat = case when tentatives + 1 >= :attempts then 'quarantined' else 'failed' end
                         where id = :file
                        """)
                .bind("cause", cause)
                .bind("execution", execution)
                .bind("attempts", ATTEMPTS)
                .bind("file", fileId)
                .execute());
    }

    /**
     * Counts a failed attempt at a file whose days were built, but for one that failed, and keeps its version: whoever
     * builds a day of it again needs its events, whatever becomes of it on its server. A file that was read again for
     * its day start is read again by the next run, unless it is left alone from now on.
     */
    public void failedInPart(PlannedFile file, FileVersion version, String cause, long run, long execution) {
        versions.keep(file, version, execution);
        failed(file.id(), cause, execution);
        versions.readAgain(file.id(), run);
    }

    private static LedgerFile file(ResultSet row) throws SQLException {
        return new LedgerFile(
                row.getLong("id"),
                row.getLong("centre_usinage_id"),
                row.getString("source"),
                row.getString("chemin"),
                FileState.of(row.getString("etat")),
                row.getInt("tentatives"),
                FileRows.version(row),
                FileRows.key(row, "duplicate_de"),
                row.getLong("taille_vue"),
                FileRows.instant(row, "date_fichier_vue"),
                FileRows.instant(row, "vue_depuis"));
    }
}
