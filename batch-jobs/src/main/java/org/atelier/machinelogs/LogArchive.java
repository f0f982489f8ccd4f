package org.atelier.machinelogs;

import java.nio.file.Path;
import org.atelier.retention.JobArchive;

/** Which copies of log files are old: by their production days, else by the plant's day when they were written. */
public final class LogArchive {

    /** A content {@code f} of the ledger, of whatever job. */
    private static final String OLD = " f.sha256 is not null and coalesce((select max(d) from unnest(f.jours) d),"
            + " (f.date_fichier at time zone coalesce((select p.time_zone from atelier_plant p), 'Europe/Paris'))::date)"
            + " < :before::date";

    private static final String OLD_LOG = " f.job = '" + MachineLogs.NAME + "' and" + OLD;

    /** Jobs may share a landing area, and contents: what a file of any of them needs stays. */
    private static final String PURGED = "select f.sha256 from fichier_source f where" + OLD_LOG
            + " union select f.sha256_remplacee from fichier_source f where f.sha256_remplacee is not null and"
            + OLD_LOG
            + " except select f.sha256 from fichier_source f where not (" + OLD + ")"
            + " except select f.sha256_remplacee from fichier_source f where not (" + OLD + ")";

    /** The ledger's contents, of all jobs, and those that a run which can be restarted has planned with. */
    private static final String REFERRED = """
            select sha256 from fichier_source where sha256 is not null
            union select sha256_remplacee from fichier_source where sha256_remplacee is not null
            union select sha256 from plan_fichier where etat = 'fetched' and sha256 is not null
            union select p.sha256 from plan_jour j, jsonb_to_recordset(j.fichiers) as p (sha256 text)
                   where j.etat = 'planned'
            """;

    private static final String SEAL = "insert into jour_scelle (centre_usinage_id, jour)"
            + " select distinct f.centre_usinage_id, d from fichier_source f, unnest(f.jours) d where" + OLD_LOG
            + " on conflict do nothing";

    private LogArchive() {}

    /** The copies in that landing area. */
    public static JobArchive in(Path landing) {
        return new JobArchive(landing, PURGED, REFERRED, SEAL);
    }
}
