--liquibase formatted sql

--changeset atelier:fichier_log
create table fichier_log (
    fichier_id bigint primary key references fichier_source on delete cascade,
    entete bytea check (octet_length(entete) <= 64),
    jours_debut timestamp[],
    jours_evenements bigint[],
    debut_jour time,
    controle text
);
insert into fichier_log (fichier_id, entete, jours_debut, jours_evenements, debut_jour, controle)
select id, entete, jours_debut, jours_evenements, debut_jour, controle
from fichier_source
where num_nonnulls(entete, jours_debut, jours_evenements, debut_jour, controle) > 0;
create index fichier_log_controle_idx on fichier_log (fichier_id) where controle is not null;
alter table fichier_source
    drop column entete,
    drop column jours_debut,
    drop column jours_evenements,
    drop column debut_jour,
    drop column controle;
comment on table fichier_log is 'What the ledger keeps of a log file beside what it keeps of any file. All of it is of the loaded version.';
comment on column fichier_log.fichier_id is 'The file.';
comment on column fichier_log.entete is 'First bytes of the content, at most 64; finds files that may be a prefix of another.';
comment on column fichier_log.jours_debut is 'First event of each day of fichier_source.jours, time as written; the order of files within a day.';
comment on column fichier_log.jours_evenements is 'Events of each day of fichier_source.jours; null when the version was loaded before they were counted.';
comment on column fichier_log.debut_jour is 'Start of the day by which fichier_source.jours was told; null when that is not known, or days are left to the next run. Where it is not the start in force, the next run reads the file again from the landing area.';
comment on column fichier_log.controle is 'Why the loaded version failed the quality gate: it is loaded, but needs a look. Null when it passed, or was never judged.';
--rollback alter table fichier_source add column jours_debut timestamp[], add column entete bytea check (octet_length(entete) <= 64), add column debut_jour time, add column jours_evenements bigint[], add column controle text;
--rollback update fichier_source f set jours_debut = l.jours_debut, entete = l.entete, debut_jour = l.debut_jour, jours_evenements = l.jours_evenements, controle = l.controle from fichier_log l where l.fichier_id = f.id;
--rollback create index fichier_source_controle_idx on fichier_source (id) where controle is not null;
--rollback comment on column fichier_source.jours_debut is 'First event of each day of jours, time as written; the order of files within a day.';
--rollback comment on column fichier_source.entete is 'First bytes of the content, at most 64; finds files that may be a prefix of another.';
--rollback comment on column fichier_source.debut_jour is 'Start of the day by which jours was told; null when that is not known, or days are left to the next run. Where it is not the start in force, the next run reads the file again from the landing area.';
--rollback comment on column fichier_source.jours_evenements is 'Events of each day of jours; null when the version was loaded before they were counted.';
--rollback comment on column fichier_source.controle is 'Why the loaded version failed the quality gate: it is loaded, but needs a look. Null when it passed, or was never judged.';
--rollback drop table fichier_log;

--changeset atelier:plan_fichier_log
create table plan_fichier_log (
    job_instance_id bigint not null,
    fichier_id bigint not null,
    entete bytea check (octet_length(entete) <= 64),
    jours_debut timestamp[],
    jours_evenements bigint[],
    debut_jour time,
    relu boolean not null default false,
    controle text,
    primary key (job_instance_id, fichier_id),
    foreign key (job_instance_id, fichier_id) references plan_fichier on delete cascade
);
insert into plan_fichier_log (job_instance_id, fichier_id, entete, jours_debut, jours_evenements, debut_jour, relu, controle)
select job_instance_id, fichier_id, entete, jours_debut, jours_evenements, debut_jour, relu, controle
from plan_fichier
where num_nonnulls(entete, jours_debut, jours_evenements, debut_jour, controle) > 0 or relu;
alter table plan_fichier
    drop column entete,
    drop column jours_debut,
    drop column jours_evenements,
    drop column debut_jour,
    drop column relu,
    drop column controle;
comment on column plan_fichier.jours is 'Days it has something of; production days for a log file.';
comment on table plan_fichier_log is 'Plan of a run: what was found in a log file beside what is noted of any file.';
comment on column plan_fichier_log.job_instance_id is 'What is to be done; a restart shares it.';
comment on column plan_fichier_log.fichier_id is 'The file.';
comment on column plan_fichier_log.entete is 'First bytes of the content, at most 64.';
comment on column plan_fichier_log.jours_debut is 'First event of each day of plan_fichier.jours, time as written.';
comment on column plan_fichier_log.jours_evenements is 'Events of each day of plan_fichier.jours.';
comment on column plan_fichier_log.debut_jour is 'Start of the day by which plan_fichier.jours was told.';
comment on column plan_fichier_log.relu is 'Read again from the landing area, because its days were told by another start of the day.';
comment on column plan_fichier_log.controle is 'Why the file failed the quality gate of this run; null when it passed.';
--rollback alter table plan_fichier add column jours_debut timestamp[], add column entete bytea check (octet_length(entete) <= 64), add column debut_jour time, add column relu boolean not null default false, add column jours_evenements bigint[], add column controle text;
--rollback update plan_fichier p set jours_debut = l.jours_debut, entete = l.entete, debut_jour = l.debut_jour, relu = l.relu, jours_evenements = l.jours_evenements, controle = l.controle from plan_fichier_log l where l.job_instance_id = p.job_instance_id and l.fichier_id = p.fichier_id;
--rollback comment on column plan_fichier.jours is 'Production days with events in it.';
--rollback comment on column plan_fichier.jours_debut is 'First event of each day of jours, time as written.';
--rollback comment on column plan_fichier.entete is 'First bytes of the content, at most 64.';
--rollback comment on column plan_fichier.debut_jour is 'Start of the day by which jours was told.';
--rollback comment on column plan_fichier.relu is 'Read again from the landing area, because its days were told by another start of the day.';
--rollback comment on column plan_fichier.jours_evenements is 'Events of each day of jours.';
--rollback comment on column plan_fichier.controle is 'Why the file failed the quality gate of this run; null when it passed.';
--rollback drop table plan_fichier_log;
