package org.atelier.machinelogs;

import java.util.List;
import org.atelier.history.RejectQuery;
import org.atelier.retention.RetainedRows;
import org.atelier.retention.RetentionKind;

/** How rejected lines of log files are read, and how long they are kept: those of each file's loaded version. */
final class LineRejects {

    private static final String STANDING = """
            select r.id as number, c.nom as centre, f.chemin as subject,
                   substr(f.chemin, strpos(f.chemin, '/') + 1) as file, 'line ' || r.numero_ligne as place,
                   r.motif as reason, r.contenu as content, r.job_execution_id as run, r.date_creation as created,
                   f.id as file_id
              from ligne_rejetee r join fichier_source f on f.id = r.fichier_id and f.job = '%s'
              join centre_usinage c on c.id = f.centre_usinage_id""".formatted(MachineLogs.NAME);

    private static final RejectQuery.OfRun OF_RUN = new RejectQuery.OfRun(
            "rejects", List.of("source", "path", "line", "byte_offset", "reason", "content"), """
            select f.source, f.chemin, r.numero_ligne, r.decalage_octets, r.motif, r.contenu
              from ligne_rejetee r join fichier_source f on f.id = r.fichier_id and f.job = '%s'
             where r.job_execution_id = (select run from asked) order by f.source, f.chemin, r.numero_ligne""".formatted(
                            MachineLogs.NAME));

    static final RejectQuery QUERY = new RejectQuery("line", STANDING, OF_RUN, "");

    /** Those of a run at work stay. */
    static final RetainedRows RETAINED =
            new RetainedRows(RetentionKind.REJECTS, "rejected lines", "ligne_rejetee", """
            r.date_creation < :before
              and exists (select from fichier_source f where f.id = r.fichier_id and f.job = '%s')
              and not exists (select from batch_job_execution e where e.job_execution_id = r.job_execution_id
                                 and e.status not in ('COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED'))
            """.formatted(MachineLogs.NAME));

    private LineRejects() {}
}
