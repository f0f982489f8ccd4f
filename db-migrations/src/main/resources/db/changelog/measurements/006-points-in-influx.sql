--liquibase formatted sql

--changeset atelier:plan_fichier_mesure_points_influx
alter table plan_fichier_mesure add column points_influx bigint;
comment on column plan_fichier_mesure.points_influx is 'Points that InfluxDB has in the range of the file, for its box and campaign; null where it was not asked.';
--rollback alter table plan_fichier_mesure drop column points_influx;
