--liquibase formatted sql

--changeset atelier:v_session
create view v_session as
select
    s.id,
    s.centre_usinage_id,
    c.nom as centre,
    c.type_cu,
    s.date_production,
    s.heure_premiere_piece,
    s.heure_derniere_piece,
    s.heure_premier_machine_start,
    s.heure_dernier_machine_stop,
    s.heure_premiere_piece at time zone z.time_zone as heure_premiere_piece_tz,
    s.heure_derniere_piece at time zone z.time_zone as heure_derniere_piece_tz,
    s.heure_premier_machine_start at time zone z.time_zone as heure_premier_machine_start_tz,
    s.heure_dernier_machine_stop at time zone z.time_zone as heure_dernier_machine_stop_tz,
    s.total_pieces,
    s.duree_production_totale,
    s.temps_attente,
    s.temps_arret_volontaire,
    s.temps_production_effectif,
    s.taux_occupation,
    s.taux_attente,
    s.taux_arret_volontaire,
    -- The limit is that of the type: absurd data must not break the view for all other sessions.
    case when s.duree_production_totale > 0
        then least(round(s.total_pieces / s.duree_production_totale, 2), 99999999.99)::numeric(10,2)
        end as pieces_par_heure,
    s.fichier_log_source,
    s.evenements,
    s.avertissements,
    s.date_creation,
    s.date_modification
from session_production s
join centre_usinage c on c.id = s.centre_usinage_id
left join atelier_plant p on p.id
cross join lateral (select coalesce(p.time_zone, 'Europe/Paris') as time_zone) z;
comment on view v_session is 'Production sessions with their centre, and plant times with zone for Grafana. In the repeated hour of autumn *_tz takes the later offset.';
comment on column v_session.id is 'Key of the session.';
comment on column v_session.centre_usinage_id is 'Key of the machining centre.';
comment on column v_session.centre is 'Code of the machining centre.';
comment on column v_session.type_cu is 'What the centre machines.';
comment on column v_session.date_production is 'Production day.';
comment on column v_session.heure_premiere_piece is 'First piece, local plant time.';
comment on column v_session.heure_derniere_piece is 'Last piece, local plant time.';
comment on column v_session.heure_premier_machine_start is 'First MachineStart, local plant time.';
comment on column v_session.heure_dernier_machine_stop is 'Last MachineStop, local plant time.';
comment on column v_session.heure_premiere_piece_tz is 'First piece, with zone.';
comment on column v_session.heure_derniere_piece_tz is 'Last piece, with zone.';
comment on column v_session.heure_premier_machine_start_tz is 'First MachineStart, with zone.';
comment on column v_session.heure_dernier_machine_stop_tz is 'Last MachineStop, with zone.';
comment on column v_session.total_pieces is 'Pieces produced.';
comment on column v_session.duree_production_totale is 'From the first to the last piece, hours.';
comment on column v_session.temps_attente is 'Sum of all waits, hours.';
comment on column v_session.temps_arret_volontaire is 'Sum of all stops, hours.';
comment on column v_session.temps_production_effectif is 'Effective production, hours.';
comment on column v_session.taux_occupation is 'Effective production, percent.';
comment on column v_session.taux_attente is 'Waits, percent.';
comment on column v_session.taux_arret_volontaire is 'Stops, percent.';
comment on column v_session.pieces_par_heure is 'Pieces per hour of duree_production_totale; null when that is 0.';
comment on column v_session.fichier_log_source is 'Files the session was built from.';
comment on column v_session.evenements is 'Count of events by type.';
comment on column v_session.avertissements is 'Doubts about the data.';
comment on column v_session.date_creation is 'When the session was first built.';
comment on column v_session.date_modification is 'Last rebuild that changed something.';
--rollback drop view v_session;
