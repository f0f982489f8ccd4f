package org.atelier.machinelogs.load;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import org.atelier.machinelogs.session.ProductionSession;
import org.atelier.machinelogs.session.SessionComplements;
import org.atelier.machinelogs.session.SessionMetrics;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** How a session's figures become columns of {@code session_production}. */
final class SessionColumns {

    /** Inserts the session, or gives an existing one new figures; {@code id} and {@code date_creation} stay. */
    static final String UPSERT = """
            insert into session_production as s (id, centre_usinage_id, date_production, heure_premiere_piece,
                   heure_derniere_piece, heure_premier_machine_start, heure_dernier_machine_stop, total_pieces,
                   duree_production_totale, temps_attente, temps_arret_volontaire, temps_production_effectif,
                   taux_occupation, taux_attente, taux_arret_volontaire, fichier_log_source, evenements, avertissements,
                   complements, empreinte, date_modification)
            select :id, :centre, :day::date, :firstPiece::timestamp, :lastPiece::timestamp, :firstStart::timestamp,
                   :lastStop::timestamp, :pieces, :total, :waited, :stopped, :effective, :occupation, :waitRate, :stopRate,
                   :files,
                   (select coalesce(jsonb_object_agg(k, v), '{}') from unnest(:events, :eventCounts) as e (k, v)),
                   jsonb_strip_nulls(jsonb_build_object('open_stops', nullif(:openStops, 0), 'times_back', nullif(:timesBack, 0))),
                   case when :complemented then jsonb_build_object(
                     'counters', (select coalesce(jsonb_object_agg(k, v), '{}') from unnest(:counters, :counterValues) as c (k, v)),
                     'periods', (select coalesce(jsonb_object_agg(k, v), '{}') from unnest(:periods, :periodValues) as p (k, v)),
                     'attributes', (select coalesce(jsonb_object_agg(k, v), '{}')
                                      from unnest(:attributes, :attributeValues) as a (k, v))) end,
                   decode(:fingerprint, 'hex'), now()
                on conflict (id) do update
               set heure_premiere_piece = excluded.heure_premiere_piece, heure_derniere_piece = excluded.heure_derniere_piece,
                   heure_premier_machine_start = excluded.heure_premier_machine_start,
                   heure_dernier_machine_stop = excluded.heure_dernier_machine_stop, total_pieces = excluded.total_pieces,
                   duree_production_totale = excluded.duree_production_totale, temps_attente = excluded.temps_attente,
                   temps_arret_volontaire = excluded.temps_arret_volontaire,
                   temps_production_effectif = excluded.temps_production_effectif, taux_occupation = excluded.taux_occupation,
                   taux_attente = excluded.taux_attente, taux_arret_volontaire = excluded.taux_arret_volontaire,
                   fichier_log_source = excluded.fichier_log_source, evenements = excluded.evenements,
                   avertissements = excluded.avertissements, complements = excluded.complements,
                   empreinte = excluded.empreinte, date_modification = excluded.date_modification
            """;

    private SessionColumns() {}

    /** Binds every figure; key, day, files and fingerprint are the caller's. */
    static Update bind(Update update, ProductionSession session) {
        update.bind("firstPiece", text(session.firstPiece()))
                .bind("lastPiece", text(session.lastPiece()))
                .bind("firstStart", text(session.firstMachineStart()))
                .bind("lastStop", text(session.lastMachineStop()))
                .bind("pieces", session.totalPieces())
                .bind("openStops", session.warnings().openStops())
                .bind("timesBack", session.warnings().timesBack());
        bindMetrics(update, session.metrics());
        bindMap(update, "events", "eventCounts", session.events(), Long.class);
        SessionComplements complements = session.complements();
        update.bind("complemented", !complements.isEmpty());
        bindMap(update, "counters", "counterValues", complements.counters(), Long.class);
        bindMap(update, "periods", "periodValues", complements.periods(), BigDecimal.class);
        bindMap(update, "attributes", "attributeValues", complements.attributes(), String.class);
        return update;
    }

    private static void bindMetrics(Update update, SessionMetrics metrics) {
        update.bind("total", metrics.productionHours())
                .bind("waited", metrics.waitHours())
                .bind("stopped", metrics.voluntaryStopHours())
                .bind("effective", metrics.effectiveHours())
                .bind("occupation", metrics.occupationRate())
                .bind("waitRate", metrics.waitRate())
                .bind("stopRate", metrics.voluntaryStopRate());
    }

    private static <V> void bindMap(Update update, String keys, String values, Map<String, V> map, Class<V> type) {
        update.bindArray(keys, String.class, map.keySet().toArray());
        update.bindArray(values, type, map.values().toArray());
    }

    private static @Nullable String text(@Nullable LocalDateTime time) {
        return time == null ? null : time.toString();
    }
}
