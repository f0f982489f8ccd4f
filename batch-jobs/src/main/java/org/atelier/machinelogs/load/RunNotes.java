package org.atelier.machinelogs.load;

import java.util.ArrayList;
import java.util.List;
import org.atelier.machinelogs.gate.FailedFile;
import org.jdbi.v3.core.Jdbi;

/**
 * What a run says to people, one line each: every directory with its counts, then what went wrong or was left out, and
 * why. Thread-safe.
 */
final class RunNotes {

    /** Of each kind; the rest is counted. The ledger has them all. */
    private static final int MOST = 20;

    private static final String DIRECTORIES = """
            select r.repertoire || ': ' || coalesce(p.loaded, 0) || ' loaded, ' || coalesce(p.failed, 0) || ' failed'
                   || case when p.duplicates > 0 then ', ' || p.duplicates || ' duplicate' else '' end
                   || case when r.inchanges > 0 then ', ' || r.inchanges || ' unchanged' else '' end
                   || case when r.en_attente > 0 then ', ' || r.en_attente || ' growing' else '' end
              from plan_repertoire r
              left join (select f.source, split_part(f.chemin, '/', 1) as repertoire,
                                count(*) filter (where p.etat = 'loaded' and p.duplicate_de is null) as loaded,
                                count(*) filter (where p.etat = 'loaded' and p.duplicate_de is not null) as duplicates,
                                count(*) filter (where p.etat = 'failed') as failed
                           from plan_fichier p join fichier_source f on f.id = p.fichier_id
                          where p.job_instance_id = :run group by f.source, repertoire) p
                     on p.source = r.source and p.repertoire = r.repertoire
             where r.job_instance_id = :run and r.centre is not null
             order by r.source, r.repertoire
            """;

    private static final String PROBLEMS = """
            select repertoire || ': ' || probleme from plan_repertoire
             where job_instance_id = :run and probleme is not null order by source, repertoire
            """;

    private static final String FAILED_FILES = """
            select f.chemin || ': ' || p.cause || case when f.etat = 'quarantined'
                   then ' (attempt ' || f.tentatives || '; left alone from now on until it changes or is released)' else '' end
              from plan_fichier p join fichier_source f on f.id = p.fichier_id
             where p.job_instance_id = :run and p.etat = 'failed' order by f.source, f.chemin
            """;

    /** Days that failed no file of the run: of a range, mostly. */
    private static final String FAILED_DAYS = """
            select c.nom || '@' || d.jour || ' is not built: ' || d.cause
              from plan_jour d join centre_usinage c on c.id = d.centre_usinage_id
             where d.job_instance_id = :run and d.etat = 'failed' and not exists (
                   select from plan_fichier p where p.job_instance_id = :run and p.etat = 'failed' and p.cause = d.cause)
             order by c.nom, d.jour
            """;

    private static final String CONFLICTS = """
            select c.nom || '@' || d.jour || ' was made through the API and is kept; the log files'' figures are not written'
              from plan_jour d join centre_usinage c on c.id = d.centre_usinage_id
             where d.job_instance_id = :run and d.resultat = 'conflict' order by c.nom, d.jour
            """;

    private static final String AGAIN = """
            select c.nom || ': ' || count(*) || ' loaded files were read again from the landing area, to tell their days by the day start in force'
              from plan_fichier_log p join fichier_source f on f.id = p.fichier_id join centre_usinage c on c.id = f.centre_usinage_id
             where p.job_instance_id = :run and p.relu group by c.nom order by c.nom
            """;

    private final Jdbi jdbi;
    private final GateNotes gate;

    RunNotes(Jdbi jdbi, GateNotes gate) {
        this.jdbi = jdbi;
        this.gate = gate;
    }

    /** @param gateFailed what of it needs a look */
    List<String> of(long run, List<FailedFile> gateFailed) {
        List<String> notes = new ArrayList<>(lines(run, DIRECTORIES));
        notes.addAll(lines(run, AGAIN));
        notes.addAll(lines(run, PROBLEMS));
        notes.addAll(some(lines(run, FAILED_FILES), "files failed"));
        notes.addAll(some(lines(run, FAILED_DAYS), "days are not built"));
        notes.addAll(some(
                gateFailed.stream().map(FailedFile::note).toList(), "files are loaded but failed the quality gate"));
        notes.addAll(some(gate.builtFrom(run), "files that days are built from failed the quality gate when loaded"));
        notes.addAll(some(lines(run, CONFLICTS), "days were made through the API and are kept"));
        return notes;
    }

    private static List<String> some(List<String> all, String what) {
        if (all.size() <= MOST) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, MOST));
        some.add((all.size() - MOST) + " more " + what);
        return some;
    }

    private List<String> lines(long run, String query) {
        return jdbi.withHandle(handle ->
                handle.createQuery(query).bind("run", run).mapTo(String.class).list());
    }
}
