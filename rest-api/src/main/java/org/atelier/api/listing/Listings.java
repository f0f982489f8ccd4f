package org.atelier.api.listing;

import java.util.List;
import java.util.Map;

/** All lists, and the rows that are read one by one. */
final class Listings {

    private static final String CHANNELS = """
            (select v.id, c.bucket, c.nom as campagne, m.numero_serie as appareil_maitre, a.numero_serie as appareil,
                    v.channel_id, v.channel_label, v.channel_name, v.channel_unit, v.device_type, v.device_subtype,
                    v.vue_la_premiere_fois, v.vue_la_derniere_fois
               from voie v join campagne c on c.id = v.campagne_id
               join appareil m on m.id = v.appareil_maitre_id join appareil a on a.id = v.appareil_id)""";

    private static final String COMPANIES = "(select bucket, count(*) as campagnes from campagne group by bucket)";

    private static final String CAMPAIGNS = """
            (select c.id, c.bucket, c.nom, count(v.id) as voies, min(v.vue_la_premiere_fois) as premiere,
                    max(v.vue_la_derniere_fois) as derniere
               from campagne c left join voie v on v.campagne_id = c.id group by c.id)""";

    private static final String DEVICES = """
            (select distinct c.bucket || '/' || c.nom || '/' || a.numero_serie as id, c.bucket, c.nom as campagne,
                    a.numero_serie, a.sous_type, a.vu_le
               from voie v join campagne c on c.id = v.campagne_id join appareil a on a.id = v.appareil_id)""";

    private static final String REJECTS = """
            (select l.id, f.job, f.source, f.chemin, l.numero_ligne, l.decalage_octets, l.colonne, l.motif, l.contenu,
                    l.job_execution_id as run_id, l.date_creation
               from ligne_rejetee l join fichier_source f on f.id = l.fichier_id)""";

    private static final String FILES = """
            (select f.id, f.job, f.source, f.chemin, c.nom as centre, f.etat, f.taille, f.date_fichier, f.sha256, f.jours,
                    f.lignes, f.rejets, f.tentatives, f.cause, f.job_execution_id as run_id, f.date_premiere_vue,
                    f.derniere_vue, f.date_chargement, f.suite, f.date_suite
               from fichier_source f left join centre_usinage c on c.id = f.centre_usinage_id)""";

    private static final String SESSIONS = """
            (select s.*, c.nom as centre, c.type_cu from session_production s
               join centre_usinage c on c.id = s.centre_usinage_id)""";

    /** Each instant from the first to the last piece once: of a stop, else of a wait, else of production. */
    private static final String TIMELINE = """
            (select s.id as session_id, b.debut, b.fin,
                    extract(epoch from b.fin - b.debut) as secondes,
                    case when exists (select from periode_arret a where a.session_id = s.id
                                         and a.timestamp_debut <= b.debut and a.timestamp_fin >= b.fin) then 'arret'
                         when exists (select from periode_attente w where w.session_id = s.id
                                         and w.timestamp_debut <= b.debut and w.timestamp_fin >= b.fin) then 'attente'
                         else 'production' end as etat
               from session_production s
               cross join lateral (
                    select t.at as debut, lead(t.at) over (order by t.at) as fin
                      from (select s.heure_premiere_piece as at union select s.heure_derniere_piece
                            union select timestamp_debut from periode_attente where session_id = s.id
                            union select timestamp_fin from periode_attente where session_id = s.id
                            union select timestamp_debut from periode_arret where session_id = s.id
                            union select timestamp_fin from periode_arret where session_id = s.id) t
                     where t.at between s.heure_premiere_piece and s.heure_derniere_piece) b
              where b.fin is not null)""";

    private static final String RAW = """
            (select m.voie_id, c.bucket, c.nom as campagne, v.channel_id, v.channel_name, v.channel_unit, m.horodatage, m.valeur
               from mesure_electrique m join voie v on v.id = m.voie_id join campagne c on c.id = v.campagne_id)""";

    private static final String MEANS = """
            (select m.voie_id, c.bucket, c.nom as campagne, v.channel_id, v.channel_name, v.channel_unit,
                    m.fenetre as horodatage, m.moyenne as valeur, m.minimum, m.maximum, m.nombre
               from MEANS m join voie v on v.id = m.voie_id join campagne c on c.id = v.campagne_id)""";

    private static final Listing CENTRE = Listing.of("/centres", "centre_usinage", "Machining centres.")
            .by(Filter.equal("nom", "nom"), Filter.equal("type_cu", "type_cu"), Filter.equal("actif", "actif"))
            .sorted("id", "nom");

    private static final Listing SESSION = Listing.of("/sessions", SESSIONS, "Production sessions: a centre on a day.")
            .by(
                    Filter.equal("centre_id", "centre_usinage_id"),
                    Filter.equal("type_cu", "type_cu"),
                    Filter.from("date_from", "date_production"),
                    Filter.to("date_to", "date_production"))
            .sorted("-date_production", "id", "centre_usinage_id", "total_pieces", "taux_occupation")
            .without("empreinte");

    private static final Listing JOB =
            part("/job-profils", "job_profil", "Profiles machined, from ProfilNumber to the next.");
    private static final Listing WAIT =
            part("/periodes-attente", "periode_attente", "Waits: the machine had nothing to do.");
    private static final Listing STOP = part("/periodes-arret", "periode_arret", "Stops: the machine was stopped.");
    private static final Listing PIECE = Listing.of("/pieces-production", "piece_production", "Pieces produced.")
            .by(
                    Filter.equal("session_id", "session_id"),
                    Filter.from("time_from", "timestamp_production"),
                    Filter.to("time_to", "timestamp_production"))
            .sorted("id", "timestamp_production");

    private static final Listing ROLLER_SHUTTER = Listing.of(
                    "/commandes-volets", "commandes_volets_roulants", "Planned orders with roller shutters.")
            .by(
                    Filter.equal("numero_commande", "numero_commande"),
                    Filter.equal("status", "status"),
                    Filter.equal("gestion_en_stock", "gestion_en_stock"),
                    Filter.from("modified_from", "date_modification"),
                    Filter.to("modified_to", "date_modification"))
            .sorted("id", "numero_commande", "date_synchronisation");

    private static final Listing SHUTTER = Listing.of(
                    "/commandes-accessoires", "commandes_volets", "Planned orders with shutters.")
            .key("id_commande")
            .by(
                    Filter.equal("numero_commande", "numero_commande"),
                    Filter.equal("statut", "statut"),
                    Filter.from("modified_from", "date_modification"),
                    Filter.to("modified_to", "date_modification"))
            .sorted("id_commande", "numero_commande", "date_synchronisation");

    private static final Listing CHANNEL = Listing.of("/channels", CHANNELS, "Channels that were measured.")
            .by(
                    Filter.equal("bucket", "bucket"),
                    Filter.equal("campaign", "campagne"),
                    Filter.equal("device", "appareil"),
                    Filter.equal("channel_id", "channel_id"))
            .sorted("id", "channel_id", "vue_la_derniere_fois")
            .ofCompanies("bucket");

    private static final Listing FILE = Listing.of("/files", FILES, "Files that jobs have seen.")
            .by(
                    Filter.equal("job", "job"),
                    Filter.equal("etat", "etat"),
                    Filter.equal("centre", "centre"),
                    Filter.equal("chemin", "chemin"),
                    Filter.equal("run_id", "run_id"))
            .sorted("-id", "date_premiere_vue");

    static final Listing POINTS = measured(RAW);
    static final Listing HOURS = measured(MEANS.replace("MEANS", "mesure_horaire"));

    /** Measurements, by level. */
    static final Map<String, Listing> LEVELS = Map.of(
            "raw",
            POINTS,
            "1h",
            HOURS,
            "1d",
            measured(MEANS.replace("MEANS", "mesure_journaliere")),
            "1w",
            measured(MEANS.replace("MEANS", "mesure_hebdomadaire")));

    /** Lists. */
    static final List<Listing> LISTS = List.of(
            CENTRE,
            SESSION,
            JOB.at("/sessions/{session_id}/jobs").of(Whole.SESSION),
            WAIT.at("/sessions/{session_id}/attentes").of(Whole.SESSION),
            STOP.at("/sessions/{session_id}/arrets").of(Whole.SESSION),
            PIECE.at("/sessions/{session_id}/pieces").of(Whole.SESSION),
            Listing.of(
                            "/sessions/{session_id}/timeline",
                            TIMELINE,
                            "What the machine did, from the first to the last piece.")
                    .key("debut")
                    .of(Whole.SESSION),
            JOB,
            WAIT,
            STOP,
            PIECE,
            ROLLER_SHUTTER,
            ROLLER_SHUTTER.at("/commandes-volets/by-numero/{numero_commande}"),
            ROLLER_SHUTTER.at("/commandes-volets/by-status/{status}"),
            SHUTTER,
            Listing.of("/companies", COMPANIES, "Companies that something was measured for.")
                    .key("bucket")
                    .ofCompanies("bucket"),
            Listing.of("/companies/{bucket}/campaigns", CAMPAIGNS, "Measuring campaigns of a company.")
                    .sorted("id", "nom")
                    .ofCompanies("bucket")
                    .of(Whole.COMPANY),
            Listing.of("/devices", DEVICES, "Measuring devices, a row for each campaign they measured in.")
                    .by(
                            Filter.equal("bucket", "bucket"),
                            Filter.equal("campaign", "campagne"),
                            Filter.equal("numero_serie", "numero_serie"))
                    .ofCompanies("bucket"),
            CHANNEL,
            CHANNEL.at("/buckets/{bucket}/channels").of(Whole.COMPANY),
            FILE,
            Listing.of("/rejects", REJECTS, "Lines and cells of files that are no data.")
                    .by(
                            Filter.equal("job", "job"),
                            Filter.equal("motif", "motif"),
                            Filter.equal("chemin", "chemin"),
                            Filter.equal("run_id", "run_id"),
                            Filter.from("created_from", "date_creation"),
                            Filter.to("created_to", "date_creation"))
                    .sorted("-id", "date_creation"),
            Listing.of("/freshness", "v_fraicheur", "Which centre has sent nothing for longer than it usually does.")
                    .key("centre_usinage_id")
                    .by(Filter.equal("etat", "etat"), Filter.equal("silence", "silence")));

    /** Rows by their keys. */
    static final List<Listing> ONE = List.of(
            CENTRE.at("/centres/{id}"),
            SESSION.at("/sessions/{id}"),
            JOB.at("/job-profils/{id}"),
            WAIT.at("/periodes-attente/{id}"),
            STOP.at("/periodes-arret/{id}"),
            PIECE.at("/pieces-production/{id}"),
            ROLLER_SHUTTER.at("/commandes-volets/{id}"),
            SHUTTER.at("/commandes-accessoires/{id_commande}"),
            CHANNEL.at("/channels/{id}"),
            FILE.at("/files/{id}"));

    private Listings() {}

    private static Listing measured(String relation) {
        return Listing.of("/measurements", relation, "Measurements, or their means.")
                .key("voie_id")
                .by(
                        Filter.equal("bucket", "bucket"),
                        Filter.equal("campaign", "campagne"),
                        Filter.equal("channel_id", "channel_id"),
                        Filter.from("from", "horodatage"),
                        Filter.to("to", "horodatage"))
                .sorted("horodatage")
                .ofCompanies("bucket");
    }

    private static Listing part(String path, String table, String about) {
        return Listing.of(path, table, about)
                .by(
                        Filter.equal("session_id", "session_id"),
                        Filter.from("time_from", "timestamp_debut"),
                        Filter.to("time_to", "timestamp_debut"))
                .sorted("id", "timestamp_debut");
    }
}
