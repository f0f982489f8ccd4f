package org.atelier.measurements;

import java.util.List;
import org.atelier.history.RejectQuery;
import org.atelier.retention.RetainedRows;
import org.atelier.retention.RetentionKind;

/**
 * How rejected lines and cells of files of measurements are read, and how long they are kept: those of each file's
 * loaded version. Their {@code centre} is the company.
 */
final class CellRejects {

    private static final String STANDING = """
            select r.id as number, coalesce(m.campagne_bucket, split_part(f.chemin, '/', 1)) as centre,
                   f.chemin as subject, regexp_replace(f.chemin, '^.*/', '') as file,
                   'line ' || r.numero_ligne || coalesce(', column ' || r.colonne, '') as place,
                   r.motif as reason, r.contenu as content, r.job_execution_id as run, r.date_creation as created,
                   f.id as file_id
              from ligne_rejetee r join fichier_source f on f.id = r.fichier_id and f.job = 'measurements'
              left join fichier_mesure m on m.fichier_id = f.id""";

    private static final RejectQuery.OfRun OF_RUN = new RejectQuery.OfRun(
            "rejects", List.of("source", "path", "line", "column", "byte_offset", "reason", "content"), """
            select f.source, f.chemin, r.numero_ligne, r.colonne, r.decalage_octets, r.motif, r.contenu
              from ligne_rejetee r join fichier_source f on f.id = r.fichier_id and f.job = 'measurements'
             where r.job_execution_id = (select run from asked)
             order by f.source, f.chemin, r.numero_ligne, r.colonne nulls first""");

    static final RejectQuery QUERY = new RejectQuery("cell", STANDING, OF_RUN, "");

    /** Those of a run at work stay. */
    static final RetainedRows RETAINED =
            new RetainedRows(RetentionKind.REJECTS, "rejected cells", "ligne_rejetee", """
            r.date_creation < :before
              and exists (select from fichier_source f where f.id = r.fichier_id and f.job = 'measurements')
              and not exists (select from batch_job_execution e where e.job_execution_id = r.job_execution_id
                                 and e.status not in ('COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED'))
            """);

    private CellRejects() {}
}
