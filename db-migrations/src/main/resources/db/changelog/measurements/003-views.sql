--liquibase formatted sql

--changeset atelier:v_mesure
create view v_mesure with (security_invoker = true) as
select
    c.bucket,
    c.nom as campagne,
    a.numero_serie as appareil,
    v.channel_id,
    v.channel_label,
    v.channel_name,
    v.channel_unit,
    m.horodatage,
    m.valeur
from mesure_electrique m
join voie v on v.id = m.voie_id
join campagne c on c.id = v.campagne_id
join appareil a on a.id = v.appareil_id;
comment on view v_mesure is 'Measurements with their channel. A query that limits horodatage reads only the months it asks for. Read with the rights of who asks.';
comment on column v_mesure.bucket is 'The company.';
comment on column v_mesure.campagne is 'The campaign.';
comment on column v_mesure.appareil is 'Serial number of the device that measures.';
comment on column v_mesure.channel_id is 'Id of the channel.';
comment on column v_mesure.channel_label is 'Its label, such as U1.';
comment on column v_mesure.channel_name is 'Its title without unit.';
comment on column v_mesure.channel_unit is 'Its unit.';
comment on column v_mesure.horodatage is 'When it was measured.';
comment on column v_mesure.valeur is 'The value.';
--rollback drop view v_mesure;

--changeset atelier:v_appareil_campagnes
-- Counted by weeks, for measurements are too many to be counted for a page.
create view v_appareil_campagnes with (security_invoker = true) as
select
    a.numero_serie as appareil,
    c.bucket,
    c.nom as campagne,
    min(v.vue_la_premiere_fois) as premiere,
    max(v.vue_la_derniere_fois) as derniere,
    coalesce(sum(s.points), 0)::bigint as points
from voie v
join campagne c on c.id = v.campagne_id
join appareil a on a.id = v.appareil_id
left join lateral (select sum(nombre) as points from mesure_hebdomadaire where voie_id = v.id) s on true
group by a.numero_serie, c.bucket, c.nom;
comment on view v_appareil_campagnes is 'Which device measured for which campaign, and when: one row a device and campaign. Read with the rights of who asks.';
comment on column v_appareil_campagnes.appareil is 'Serial number of the device.';
comment on column v_appareil_campagnes.bucket is 'The company.';
comment on column v_appareil_campagnes.campagne is 'The campaign.';
comment on column v_appareil_campagnes.premiere is 'Oldest stamp of its files there.';
comment on column v_appareil_campagnes.derniere is 'Newest stamp of its files there.';
comment on column v_appareil_campagnes.points is 'Measurements of all its channels there, by mesure_hebdomadaire.';
--rollback drop view v_appareil_campagnes;
