package org.atelier.launcher.command;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.BatchJobs;
import org.atelier.launcher.result.PurgeReport.Part;
import org.atelier.retention.JobArchive;
import org.atelier.retention.OldArchive;
import org.atelier.retention.RetentionKind;
import org.atelier.run.lock.RunLock;
import org.atelier.settings.Settings;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/** Purges the archive of each job under the lock of that job, so that no run and no shard of it is at work. */
final class PurgeArchives {

    private final Settings settings;
    private final DatabaseSettings database;
    private final boolean dryRun;
    private final Duration patience;
    private final Instant now;
    private final List<String> left = new ArrayList<>();
    private @Nullable Long copies;
    private @Nullable Long orphans;
    private @Nullable Long unfinished;

    /** @param patience how long the end of runs is waited for */
    PurgeArchives(Settings settings, DatabaseSettings database, boolean dryRun, Duration patience, Instant now) {
        this.settings = settings;
        this.database = database;
        this.dryRun = dryRun;
        this.patience = patience;
        this.now = now;
    }

    /** What of each kind, over all jobs; without a number where a run of every one was at work. */
    List<Part> parts(Connection connection, Instant before) throws SQLException, IOException {
        for (BatchJob job : BatchJobs.all()) {
            JobArchive archive = job.archive(settings.forJobs()).orElse(null);
            if (archive != null) {
                purge(job, archive, connection, before);
            }
        }
        return List.of(
                new Part(RetentionKind.ARCHIVE.word(), before, copies),
                new Part("orphans", before, orphans),
                new Part("unfinished", now.minus(OldArchive.YOUNG), unfinished));
    }

    /** The jobs whose archive was left because a run was at work. */
    List<String> left() {
        return List.copyOf(left);
    }

    private void purge(BatchJob job, JobArchive store, Connection connection, Instant before)
            throws SQLException, IOException {
        try (RunLock lock = RunLock.take(database, job.lockScope(), patience).orElse(null)) {
            if (lock == null) {
                left.add(job.name());
                return;
            }
            OldArchive archive = new OldArchive(connection, store);
            LocalDate day = before.atZone(settings.timeZone()).toLocalDate();
            copies = plus(copies, dryRun ? archive.before(day).size() : archive.purge(day));
            orphans = plus(orphans, dryRun ? archive.orphans(before).size() : archive.removeOrphans(before));
            unfinished = plus(unfinished, dryRun ? archive.leftOvers(now).size() : archive.removeLeftOvers(now));
        }
    }

    private static long plus(@Nullable Long sum, long more) {
        return sum == null ? more : sum + more;
    }
}
