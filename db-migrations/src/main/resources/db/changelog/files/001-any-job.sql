--liquibase formatted sql

--changeset atelier:fichier_source-job
-- Every row until now is of a log file. No default stays: whoever adds a row says which job it is of.
alter table fichier_source add column job text not null default 'machine-logs';
alter table fichier_source
    alter column job drop default,
    alter column centre_usinage_id drop not null,
    drop constraint fichier_source_source_chemin_key,
    add constraint fichier_source_source_chemin_key unique (job, source, chemin);
comment on table fichier_source is 'Ledger of every file that a job has seen. Size, time, hash, days and counts are those of the loaded version.';
comment on column fichier_source.job is 'The job that takes the file, such as machine-logs.';
comment on column fichier_source.centre_usinage_id is 'The machining centre of a log file; null for files of other jobs.';
comment on column fichier_source.jours is 'Days the loaded version has something of; production days for a log file.';
--rollback delete from fichier_source where centre_usinage_id is null;
--rollback alter table fichier_source drop constraint fichier_source_source_chemin_key, add constraint fichier_source_source_chemin_key unique (source, chemin), alter column centre_usinage_id set not null, drop column job;
--rollback comment on table fichier_source is 'Ledger of every log file seen. Size, time, hash, days and counts are those of the loaded version.';
--rollback comment on column fichier_source.centre_usinage_id is 'The machining centre.';
--rollback comment on column fichier_source.jours is 'Production days the loaded version has events of.';
