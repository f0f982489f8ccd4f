package org.atelier.machinelogs.load;

import java.util.List;
import org.atelier.machinelogs.gate.FailedFile;
import org.jdbi.v3.core.Jdbi;

/** What a run has to say of the quality gate, read from its plan: the same after a restart. Thread-safe. */
final class GateNotes {

    /**
     * Also what runs before it have loaded that did not come to their end, and so told nobody: this one does not load
     * it again.
     */
    private static final String FAILED = """
            with first as (select min(e.job_execution_id) as execution, min(r.scope) as scope
                             from batch_job_execution e join atelier_run r on r.job_execution_id = e.job_execution_id
                            where e.job_instance_id = :run),
                 untold as (select r.job_execution_id as execution from first, atelier_run r
                             where r.scope = first.scope and r.job_execution_id < first.execution
                               and r.job_execution_id > (select coalesce(max(d.job_execution_id), 0) from atelier_run d
                                     join batch_job_execution e on e.job_execution_id = d.job_execution_id
                                    where d.scope = first.scope and d.job_execution_id < first.execution
                                      and e.status = 'COMPLETED'))
            select * from (
            select f.id, f.source, f.chemin, l.controle
              from plan_fichier p join plan_fichier_log l using (job_instance_id, fichier_id)
              join fichier_source f on f.id = p.fichier_id
             where p.job_instance_id = :run and p.etat in ('loaded', 'partial') and l.controle is not null
            union all
            select f.id, f.source, f.chemin, l.controle
              from fichier_source f join untold u on u.execution = f.job_execution_id join fichier_log l on l.fichier_id = f.id
             where l.controle is not null and not exists (select from plan_fichier p
                     where p.job_instance_id = :run and p.fichier_id = f.id and p.etat in ('loaded', 'partial'))
            ) failed order by source collate "C", chemin collate "C"
            """;

    /** Days are built anew from all their files, so also from those that the run does not load. */
    private static final String BUILT_FROM = """
            select distinct f.chemin || ' failed the quality gate when it was loaded, and days are built from it: ' || l.controle as note
              from plan_jour d cross join lateral jsonb_to_recordset(d.fichiers) as p (file bigint)
              join fichier_source f on f.id = p.file join fichier_log l on l.fichier_id = f.id
             where d.job_instance_id = :run and l.controle is not null
               and not exists (select from plan_fichier x where x.job_instance_id = :run and x.fichier_id = f.id)
             order by note
            """;

    private final Jdbi jdbi;

    GateNotes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The files that failed of those that are loaded, in whole or in part, and of which no run has told yet. */
    List<FailedFile> failed(long run) {
        return jdbi.withHandle(handle -> handle.createQuery(FAILED)
                .bind("run", run)
                .map((row, context) ->
                        new FailedFile(row.getString("chemin"), row.getString("controle"), row.getLong("id")))
                .list());
    }

    List<String> builtFrom(long run) {
        return jdbi.withHandle(handle -> handle.createQuery(BUILT_FROM)
                .bind("run", run)
                .mapTo(String.class)
                .list());
    }
}
