package org.atelier.machinelogs.ledger;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Finds files whose days the ledger has by another day start than the one in force. Thread-safe. */
public final class DayStarts {

    private final Jdbi jdbi;

    /** @param jdbi where table {@code fichier_source} is */
    public DayStarts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Every centre that has files whose days were assigned by another day start, or by an unknown one. Files that were
     * left alone do not count, nor those whose days are all sealed.
     *
     * @param start the day start in force
     * @param starts those of the centres that differ, by code
     * @return keys of the centres, in order
     */
    public List<Long> centresWithOtherDays(LocalTime start, Map<String, LocalTime> starts) {
        List<Map.Entry<String, LocalTime>> own = List.copyOf(starts.entrySet());
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct f.centre_usinage_id
                          from fichier_source f join centre_usinage c on c.id = f.centre_usinage_id
                          left join fichier_log l on l.fichier_id = f.id
                          left join unnest(:codes, :starts) as r (code, debut) on r.code = c.nom
                         where f.sha256 is not null and f.duplicate_de is null and f.etat <> 'quarantined'
                           and l.debut_jour is distinct from coalesce(r.debut, :start)::time
                           and exists (select from unnest(f.jours) d where not exists (
                               select from jour_scelle s where s.centre_usinage_id = f.centre_usinage_id and s.jour = d))
                         order by 1
                        """)
                .bindArray(
                        "codes",
                        String.class,
                        own.stream().map(Map.Entry::getKey).toList())
                .bindArray(
                        "starts",
                        String.class,
                        own.stream().map(centre -> centre.getValue().toString()).toList())
                .bind("start", start.toString())
                .mapTo(Long.class)
                .list());
    }
}
