package org.atelier.machinelogs.ledger;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.atelier.files.FileLedger;
import org.atelier.files.PlannedFile;
import org.atelier.machinelogs.MachineLogs;
import org.atelier.machinelogs.centre.MachiningCentre;
import org.jdbi.v3.core.Jdbi;

/**
 * The ledger of log files, with what their centres and days are known by. All methods take part in the transaction that
 * is open. Thread-safe.
 */
public final class LogLedger extends FileLedger<LogVersion> {

    private final Jdbi jdbi;

    /** @param jdbi on the data source that the transaction manager uses, aware of its transactions */
    public LogLedger(Jdbi jdbi) {
        super(jdbi, new LogFiles());
        this.jdbi = jdbi;
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
                         where job = :job and sha256 is not null and exists (select from unnest(f.jours) d where d between :from::date and :to::date)
                         order by 1
                        """)
                .bind("job", MachineLogs.NAME)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .mapTo(Long.class)
                .list());
    }

    /**
     * Keeps the version of a file that a range writes in part. Its days in the range stay the file's own, whatever
     * becomes of it on its server; it remains {@code seen}, so the next run takes it again and writes the others. Its
     * day start is not kept: if it has left its server by then, the next run reads it from the landing area. Its
     * attempts stay as they are.
     */
    public void partial(PlannedFile<LogVersion> file, LogVersion version, long execution) {
        leave(file, version.withoutDayStart(), "days of it outside a range are left to the next run", execution);
    }

    /** As of any file; one that was read again for its day start is read again, unless it is left alone from now on. */
    @Override
    public void failedInPart(PlannedFile<LogVersion> file, LogVersion version, String cause, long run, long execution) {
        super.failedInPart(file, version, cause, run, execution);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update fichier_log l set debut_jour = null from fichier_source f, plan_fichier_log p
                         where f.id = :file and f.etat = 'failed' and l.fichier_id = f.id
                           and p.job_instance_id = :run and p.fichier_id = f.id and p.relu
                        """)
                .bind("file", file.id())
                .bind("run", run)
                .execute());
    }
}
