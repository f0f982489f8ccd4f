package org.atelier.machinelogs.load;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.atelier.machinelogs.session.ProductionSession;
import org.atelier.machinelogs.session.SessionComplements;
import org.atelier.machinelogs.session.SessionMetrics;
import org.atelier.sql.Columns;
import org.jdbi.v3.core.statement.Update;

/** How a session's figures become columns of {@code session_production}. */
final class SessionColumns {

    /** Those that are bound as they are, each by its name. */
    private static final Columns FIGURES = Columns.of(
            "heure_premiere_piece",
            "heure_derniere_piece",
            "heure_premier_machine_start",
            "heure_dernier_machine_stop",
            "total_pieces",
            "duree_production_totale",
            "temps_attente",
            "temps_arret_volontaire",
            "temps_production_effectif",
            "taux_occupation",
            "taux_attente",
            "taux_arret_volontaire",
            "fichier_log_source");

    /** Those that the statement makes. */
    private static final Columns MADE =
            Columns.of("evenements", "avertissements", "complements", "empreinte", "date_modification");

    /** Inserts the session, or gives an existing one new figures; {@code id} and {@code date_creation} stay. */
    static final String UPSERT =
            """
            insert into session_production (id, centre_usinage_id, date_production, %s, %s)
            values (:id, :centre, :day, %s,
                   (select coalesce(jsonb_object_agg(k, v), '{}') from unnest(:events, :eventCounts::bigint[]) as e (k, v)),
                   jsonb_strip_nulls(jsonb_build_object('open_stops', nullif(:openStops, 0), 'times_back', nullif(:timesBack, 0))),
                   case when :complemented then jsonb_build_object(
                     'counters', (select coalesce(jsonb_object_agg(k, v), '{}') from unnest(:counters, :counterValues::bigint[]) as c (k, v)),
                     'periods', (select coalesce(jsonb_object_agg(k, v), '{}') from unnest(:periods, :periodValues::numeric[]) as p (k, v)),
                     'attributes', (select coalesce(jsonb_object_agg(k, v), '{}')
                                      from unnest(:attributes, :attributeValues) as a (k, v))) end,
                   decode(:fingerprint, 'hex'), now())
                on conflict (id) do update set %s, %s
            """.formatted(FIGURES.list(), MADE.list(), FIGURES.parameters(), FIGURES.excluded(), MADE.excluded());

    private SessionColumns() {}

    /** Binds every figure; key, day, files and fingerprint are the caller's. */
    static Update bind(Update update, ProductionSession session) {
        update.bind("heure_premiere_piece", session.firstPiece())
                .bind("heure_derniere_piece", session.lastPiece())
                .bind("heure_premier_machine_start", session.firstMachineStart())
                .bind("heure_dernier_machine_stop", session.lastMachineStop())
                .bind("total_pieces", session.totalPieces())
                .bind("openStops", session.warnings().openStops())
                .bind("timesBack", session.warnings().timesBack());
        metrics(session.metrics()).forEach((column, value) -> update.bind(column, value));
        bindMap(update, "events", "eventCounts", session.events());
        SessionComplements complements = session.complements();
        update.bind("complemented", !complements.isEmpty());
        bindMap(update, "counters", "counterValues", complements.counters());
        bindMap(update, "periods", "periodValues", complements.periods());
        bindMap(update, "attributes", "attributeValues", complements.attributes());
        return update;
    }

    /** The hours and rates, by column. */
    static Map<String, BigDecimal> metrics(SessionMetrics metrics) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put("duree_production_totale", metrics.productionHours());
        figures.put("temps_attente", metrics.waitHours());
        figures.put("temps_arret_volontaire", metrics.voluntaryStopHours());
        figures.put("temps_production_effectif", metrics.effectiveHours());
        figures.put("taux_occupation", metrics.occupationRate());
        figures.put("taux_attente", metrics.waitRate());
        figures.put("taux_arret_volontaire", metrics.voluntaryStopRate());
        return figures;
    }

    private static void bindMap(Update update, String keys, String values, Map<String, ?> map) {
        update.bindArray(keys, String.class, map.keySet().toArray());
        update.bindArray(
                values,
                String.class,
                map.values().stream().map(Object::toString).toArray());
    }
}
