--liquibase formatted sql

--changeset atelier:quality-gate
alter table fichier_source add column jours_evenements bigint[], add column controle text;
alter table plan_fichier add column jours_evenements bigint[], add column controle text;
create index fichier_source_controle_idx on fichier_source (id) where controle is not null;
comment on column fichier_source.jours_evenements is 'Events of each day of jours; null when the version was loaded before they were counted.';
comment on column fichier_source.controle is 'Why the loaded version failed the quality gate: it is loaded, but needs a look. Null when it passed, or was never judged.';
comment on column plan_fichier.jours_evenements is 'Events of each day of jours.';
comment on column plan_fichier.controle is 'Why the file failed the quality gate of this run; null when it passed.';
--rollback alter table plan_fichier drop column jours_evenements, drop column controle; alter table fichier_source drop column jours_evenements, drop column controle;
