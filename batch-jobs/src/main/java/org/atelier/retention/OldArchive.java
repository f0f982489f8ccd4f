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

    private final Jdbi jdbi;
    private final JobArchive archive;
    private final LandingArea landing;

    /** @param connection to a database with the schema; in no transaction */
    public OldArchive(Connection connection, JobArchive archive) {
        this.jdbi = Sql.on(connection);
        this.archive = archive;
        this.landing = new LandingArea(archive.landing());
    }

    /** The copies all of whose days are before that day, as far as they are there. */
    public List<String> before(LocalDate day) {
        return jdbi
                .withHandle(handle -> handle.createQuery(archive.old())
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
        String seal = archive.seal();
        if (seal != null) {
            jdbi.useHandle(handle ->
                    handle.createUpdate(seal).bind("before", day.toString()).execute());
        }
        return remove(before(day));
    }

    /**
     * Copies written before that time that nothing refers to, such as the states of a file that grew on. They may be
     * all that is left of a file that was deleted on its server and forgotten here, so they are kept as long as the
     * archive.
     */
    public List<String> orphans(Instant before) throws IOException {
        Set<String> referred = new HashSet<>(jdbi.withHandle(handle ->
                handle.createQuery(archive.referred()).mapTo(String.class).list()));
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
