package org.atelier.measurements;

import java.nio.file.Path;
import org.atelier.retention.JobArchive;

/**
 * Which copies of measurement files are old: by the days that they measured, else by the day (UTC) they were changed.
 */
final class MeasurementArchive {

    /** A content {@code f} of the ledger, of whatever job. */
    private static final String OLD = " f.sha256 is not null and coalesce((select max(d) from unnest(f.jours) d),"
            + " (f.date_fichier at time zone 'UTC')::date) < :before::date";

    private static final String OLD_FILE = " f.job = '" + Measurements.NAME + "' and" + OLD;

    /** Jobs may share a landing area, and contents: what a file of any of them needs stays. */
    private static final String PURGED = "select f.sha256 from fichier_source f where" + OLD_FILE
            + " union select f.sha256_remplacee from fichier_source f where f.sha256_remplacee is not null and"
            + OLD_FILE
            + " except select f.sha256 from fichier_source f where not (" + OLD + ")"
            + " except select f.sha256_remplacee from fichier_source f where not (" + OLD + ")";

    /** The ledger's contents, of all jobs, and those that a run which can be restarted has planned with. */
    private static final String REFERRED = """
            select sha256 from fichier_source where sha256 is not null
            union select sha256_remplacee from fichier_source where sha256_remplacee is not null
            union select sha256 from plan_fichier where etat = 'fetched' and sha256 is not null
            """;

    private MeasurementArchive() {}

    /**
     * The copies in that landing area. Nothing need be sealed: a box of which a copy is missing is not stored again.
     */
    static JobArchive in(Path landing) {
        return new JobArchive(landing, PURGED, REFERRED, null);
    }
}
