--liquibase formatted sql

--changeset atelier:fichier_source-suite
alter table fichier_source
    add column suite text check (suite in ('archived', 'deleted', 'gone')),
    add column date_suite timestamptz,
    add column chemin_archive text;
comment on column fichier_source.suite is 'What became of the loaded file on its server: archived, deleted or gone (by somebody else); null while it is there.';
comment on column fichier_source.date_suite is 'When that was.';
comment on column fichier_source.chemin_archive is 'Where it was archived, as told to the server.';
--rollback alter table fichier_source drop column suite, drop column date_suite, drop column chemin_archive;

--changeset atelier:plan_suite
create table plan_suite (
    job_instance_id bigint not null references batch_job_instance on delete cascade,
    fichier_id bigint not null references fichier_source on delete cascade,
    etat text not null check (etat in ('to_do', 'archived', 'deleted', 'gone', 'stays')),
    cause text,
    primary key (job_instance_id, fichier_id)
);
create index plan_suite_fichier_idx on plan_suite (fichier_id);
comment on table plan_suite is 'Plan of a run: the loaded files to archive or delete on their server, and what became of them.';
comment on column plan_suite.job_instance_id is 'What is to be done; a restart does the rest of it.';
comment on column plan_suite.fichier_id is 'The file.';
comment on column plan_suite.etat is 'to_do, archived, deleted, gone (by somebody else) or stays.';
comment on column plan_suite.cause is 'Why it stays.';
--rollback drop table plan_suite;
