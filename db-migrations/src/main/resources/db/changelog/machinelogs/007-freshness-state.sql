--liquibase formatted sql

--changeset atelier:atelier_plant-age_max
alter table atelier_plant add column age_max interval not null default interval '7 days' check (age_max > interval '0');
comment on column atelier_plant.age_max is 'Age of the last session beyond which no centre is fresh; as the settings of the last run had it.';
--rollback alter table atelier_plant drop column age_max;

--changeset atelier:v_fraicheur-drop
-- Apart from the one that makes the new view, so that its roll-back can make the old one.
drop view v_fraicheur;
--rollback changesetId:v_fraicheur changesetAuthor:atelier changesetPath:db/changelog/machinelogs/006-freshness-view.sql

--changeset atelier:v_fraicheur-etat
-- What lies in the future says nothing of today: a clock that is ahead must not pass for a machine that works.
create view v_fraicheur as
select
    c.id as centre_usinage_id,
    c.nom as centre,
    c.type_cu,
    c.actif,
    d.dernier_jour,
    f.dernier_envoi,
    f.derniere_lecture,
    coalesce(u.jours_habituels, '{}') as jours_habituels,
    m.depuis as attendu_depuis,
    coalesce(m.manques, 0) as jours_manques,
    e.etat = 'silent' as silence,
    e.etat
from centre_usinage c
left join atelier_plant p on p.id
cross join lateral (
    select (now() at time zone coalesce(p.time_zone, 'Europe/Paris'))::date as aujourdhui
) z
left join lateral (
    select max(s.date_production) as dernier_jour, min(s.date_production) as premier_jour
    from session_production s
    where s.centre_usinage_id = c.id and s.date_production <= z.aujourdhui
) d on true
left join lateral (
    select
        max(v.modifie) filter (where v.modifie <= now()) as dernier_envoi,
        max(v.derniere_vue) as derniere_lecture
    from (
        select coalesce(s.date_fichier_vue, s.date_fichier) as modifie, s.derniere_vue
        from fichier_source s
        where s.centre_usinage_id = c.id
    ) v
) f on true
left join lateral (
    select array_agg(w.jour order by w.jour) as jours_habituels
    from (
        select extract(isodow from g.jour)::integer as jour
        from generate_series(greatest(d.premier_jour, d.dernier_jour - 55), d.dernier_jour, interval '1 day') as g (jour)
        left join session_production s on s.centre_usinage_id = c.id and s.date_production = g.jour::date
        group by 1
        having 4 * count(s.id) >= 3 * count(*)
    ) w
) u on true
left join lateral (
    select min(g.jour)::date as depuis, count(*)::integer as manques
    from generate_series(d.dernier_jour + 1, z.aujourdhui - 1, interval '1 day') as g (jour)
    where extract(isodow from g.jour)::integer = any (u.jours_habituels)
) m on true
cross join lateral (
    select case
        when not c.actif then 'ok'
        when d.dernier_jour is null then 'unknown'
        when m.manques > 0 then 'silent'
        when (z.aujourdhui - d.dernier_jour) * interval '1 day' > coalesce(p.age_max, interval '7 days') then 'unknown'
        else 'ok'
    end as etat
) e;
comment on view v_fraicheur is 'Which machining centre has sent nothing for longer than it usually does: one row a centre. Usual are the weekdays that had a session in three quarters of the eight weeks up to the last one. What lies after today is not counted.';
comment on column v_fraicheur.centre_usinage_id is 'Key of the machining centre.';
comment on column v_fraicheur.centre is 'Code of the machining centre.';
comment on column v_fraicheur.type_cu is 'What the centre machines.';
comment on column v_fraicheur.actif is 'False for a centre that people set out of use; it is never silent.';
comment on column v_fraicheur.dernier_jour is 'Last production day with a session, up to today; null when there was none.';
comment on column v_fraicheur.dernier_envoi is 'Newest modification time of a log file of the centre, as its server told, up to now.';
comment on column v_fraicheur.derniere_lecture is 'When a run last saw a file of the centre; long ago when no run comes.';
comment on column v_fraicheur.jours_habituels is 'Usual weekdays, 1 is Monday; empty without a session.';
comment on column v_fraicheur.attendu_depuis is 'First usual day without a session since the last one; null when none is missing.';
comment on column v_fraicheur.jours_manques is 'Usual days since the last session that are over, by the plant''s calendar, and have none.';
comment on column v_fraicheur.silence is 'Whether the centre is in use and a usual day is missing.';
comment on column v_fraicheur.etat is 'ok; silent: in use, and a usual day is missing; unknown: in use, and without a session, or the last one is older than atelier_plant.age_max though no usual day is missing.';
--rollback drop view v_fraicheur;
