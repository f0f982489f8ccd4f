--liquibase formatted sql

--changeset atelier:debut_jour
alter table fichier_source add column debut_jour time;
alter table plan_fichier add column debut_jour time, add column relu boolean not null default false;
alter table plan_jour add column debut_jour time;
comment on column fichier_source.debut_jour is 'Start of the day by which jours was told; null when that is not known, or days are left to the next run. Where it is not the start in force, the next run reads the file again from the landing area.';
comment on column plan_fichier.debut_jour is 'Start of the day by which jours was told.';
comment on column plan_fichier.relu is 'Read again from the landing area, because its days were told by another start of the day.';
comment on column plan_jour.debut_jour is 'Start of the day by which it is built; null in plans of before this was noted.';
--rollback alter table plan_jour drop column debut_jour; alter table plan_fichier drop column debut_jour, drop column relu; alter table fichier_source drop column debut_jour;
