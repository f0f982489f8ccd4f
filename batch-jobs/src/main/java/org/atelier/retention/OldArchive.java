package org.atelier.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atelier.sql.Sql;
import org.atelier.transfer.LandingArea;
import org.jdbi.v3.core.Jdbi;

/**
 * Copies in the landing area that are old, or that nothing refers to. Whoever uses it holds the lock of the job, so
 * that no run is at work.
 */
public final class OldArchive {

    /** What is younger may be of a run on another machine whose lock was just lost. */
    public static final Duration YOUNG = Duration.ofDays(1);

    private static final String OLD = " f.sha256 is not null and coalesce((select max(d) from unnest(f.jours) d),"
            + " (f.date_fichier at time zone coalesce((select p.time_zone from atelier_plant p), 'Europe/Paris'))::date)"
            + " < :before::date";

    private static final String PURGED = "select f.sha256 from fichier_source f where" + OLD
            + " union select f.sha256_remplacee from fichier_source f where f.sha256_remplacee is not null and" + OLD
            + " except select f.sha256 from fichier_source f where not (" + OLD + ")"
            + " except select f.sha256_remplacee from fichier_source f where not (" + OLD + ")";

    /** The ledger's contents, and those that a run which can be restarted has planned with. */
    private static final String REFERRED = """
            select sha256 from fichier_source where sha256 is not null
            union select sha256_remplacee from fichier_source where sha256_remplacee is not null
            union select sha256 from plan_fichier where etat = 'fetched' and sha256 is not null
            union select p.sha256 from plan_jour j, jsonb_to_recordset(j.fichiers) as p (sha256 text)
                   where j.etat = 'planned'
            """;

    private static final String SEAL = "insert into jour_scelle (centre_usinage_id, jour)"
            + " select distinct f.centre_usinage_id, d from fichier_source f, unnest(f.jours) d where" + OLD
            + " on conflict do nothing";

    private final Jdbi jdbi;
    private final LandingArea landing;

    /** @param connection to a database with the schema; in no transaction */
    public OldArchive(Connection connection, LandingArea landing) {
        this.jdbi = Sql.on(connection);
        this.landing = landing;
    }

    /** The copies all of whose days are before that day, as far as they are there. */
    public List<String> before(LocalDate day) {
        return jdbi
                .withHandle(handle -> handle.createQuery(PURGED)
                        .bind("before", day.toString())
                        .mapTo(String.class)
                        .list())
                .stream()
                .filter(landing::contains)
                .sorted()
                .toList();
    }

    /** Seals the days of what is before that day, commits that, and then removes the copies; returns how many. */
    public long purge(LocalDate day) throws IOException {
        jdbi.useHandle(handle ->
                handle.createUpdate(SEAL).bind("before", day.toString()).execute());
        return remove(before(day));
    }

    /**
     * Copies written before that time that nothing refers to, such as the states of a file that grew on. They may be
     * all that is left of a file that was deleted on its server and forgotten here, so they are kept as long as the
     * archive.
     */
    public List<String> orphans(Instant before) throws IOException {
        Set<String> referred = new HashSet<>(jdbi.withHandle(
                handle -> handle.createQuery(REFERRED).mapTo(String.class).list()));
        return landing.writtenBefore(before).stream()
                .filter(copy -> !referred.contains(copy))
                .toList();
    }

    /** Removes them; returns how many. */
    public long removeOrphans(Instant before) throws IOException {
        return remove(orphans(before));
    }

    /** Downloads and work that were left unfinished, and are not {@link #YOUNG}. */
    public List<Path> leftOvers(Instant now) throws IOException {
        return landing.leftBefore(now.minus(YOUNG));
    }

    /** Removes them; returns how many. */
    public long removeLeftOvers(Instant now) throws IOException {
        long removed = 0;
        for (Path left : leftOvers(now)) {
            removed += Files.deleteIfExists(left) ? 1 : 0;
        }
        return removed;
    }

    private long remove(List<String> copies) throws IOException {
        for (String copy : copies) {
            landing.remove(copy);
        }
        return copies.size();
    }
}
