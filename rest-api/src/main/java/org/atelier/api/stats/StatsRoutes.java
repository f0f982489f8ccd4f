package org.atelier.api.stats;

import java.time.LocalDate;
import java.util.Map;
import org.atelier.api.web.FieldFault;
import org.atelier.api.web.RequestRefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /stats/}: pieces, hours and rates by day, week (ISO, from Monday), month, centre or type. A rate is that of
 * the summed hours, percent, as of a session: 100 times the part by the whole.
 */
@RestController
@RequestMapping(path = "/stats", produces = MediaType.APPLICATION_JSON_VALUE)
final class StatsRoutes {

    private static final Map<String, String> GROUPS = Map.of(
            "day", "date_production",
            "week", "cast(date_trunc('week', date_production) as date)",
            "month", "cast(date_trunc('month', date_production) as date)",
            "centre", "centre",
            "type", "type_cu");

    private static final String FIGURES = """
            , count(*) as sessions, sum(total_pieces) as total_pieces,
            sum(duree_production_totale) as duree_production_totale, sum(temps_attente) as temps_attente,
            sum(temps_arret_volontaire) as temps_arret_volontaire,
            sum(temps_production_effectif) as temps_production_effectif,
            round(100 * sum(temps_production_effectif) / nullif(sum(duree_production_totale), 0), 2) as taux_occupation,
            round(100 * sum(temps_attente) / nullif(sum(duree_production_totale), 0), 2) as taux_attente,
            round(100 * sum(temps_arret_volontaire) / nullif(sum(duree_production_totale), 0), 2)
                as taux_arret_volontaire,
            round(sum(total_pieces) / nullif(sum(duree_production_totale), 0), 2) as pieces_par_heure
             from v_session
            where (cast(:from as date) is null or date_production >= cast(:from as date))
              and (cast(:to as date) is null or date_production <= cast(:to as date))
              and (cast(:centre as bigint) is null or centre_usinage_id = cast(:centre as bigint))
              and (cast(:type as text) is null or type_cu = cast(:type as text))
            group by 1 order by 1""";

    private final Jdbi jdbi;

    StatsRoutes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What sums are of. */
    record Range(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long centre,
            @Nullable String type) {}

    @GetMapping("/production")
    String production(
            @RequestParam(defaultValue = "day") String by,
            @RequestParam(name = "date_from", required = false) @Nullable LocalDate from,
            @RequestParam(name = "date_to", required = false) @Nullable LocalDate to,
            @RequestParam(name = "centre_id", required = false) @Nullable Long centre,
            @RequestParam(name = "type_cu", required = false) @Nullable String type) {
        String group = GROUPS.get(by);
        if (group == null) {
            throw RequestRefusedException.invalid(new FieldFault("by", "must be day, week, month, centre or type"));
        }
        return rows(group, by, new Range(from, to, centre, type));
    }

    @GetMapping("/centres")
    String centres(
            @RequestParam(name = "date_from", required = false) @Nullable LocalDate from,
            @RequestParam(name = "date_to", required = false) @Nullable LocalDate to) {
        return rows("centre", "centre", new Range(from, to, null, null));
    }

    private String rows(String group, String name, Range range) {
        String sql = "select coalesce(json_agg(r), '[]')::text from (select " + group + " as \"" + name + "\"" + FIGURES
                + ") r";
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("centre", range.centre())
                .bind("type", range.type())
                .mapTo(String.class)
                .one());
    }
}
