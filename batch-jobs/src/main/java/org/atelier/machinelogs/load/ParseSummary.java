package org.atelier.machinelogs.load;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What was found in each file that a run loaded, a line a file: for a run that was asked for one. Thread-safe. */
final class ParseSummary {

    private static final String LINES = """
            select f.chemin || ': ' || p.lignes || ' lines read, ' || p.evenements || ' used, ' || p.evenements_comptes
                   || ' counted only, ' || p.lignes_vides || ' blank, ' || p.rejets || ' rejected, ' || p.lignes_retenues
                   || ' held; ' || case when p.duplicate_de is not null then 'repeats ' || o.chemin
                        when cardinality(p.jours) = 0 then 'no day'
                        else 'days ' || array_to_string(array(select unnest(p.jours) order by 1), ', ') end
              from plan_fichier p join fichier_source f on f.id = p.fichier_id
              left join fichier_source o on o.id = p.duplicate_de
             where p.job_instance_id = :run and p.etat = 'loaded' order by f.source, f.chemin
            """;

    private final Jdbi jdbi;

    ParseSummary(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<String> of(long run) {
        return jdbi.withHandle(handle ->
                handle.createQuery(LINES).bind("run", run).mapTo(String.class).list());
    }
}
