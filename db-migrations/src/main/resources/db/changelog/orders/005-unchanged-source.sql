--liquibase formatted sql

--changeset atelier:lecture_commandes
create table lecture_commandes (
    job_instance_id bigint primary key references batch_job_instance on delete cascade,
    job_execution_id bigint not null,
    date_lecture timestamptz not null,
    regles text not null,
    tetes text not null,
    operations text not null,
    notes text not null,
    accessoires text not null
);
comment on table lecture_commandes is 'What a run of the job orders read, as fingerprints: a later run that finds all of them again reads nothing.';
comment on column lecture_commandes.job_instance_id is 'What is to be done; a restart shares it.';
comment on column lecture_commandes.job_execution_id is 'The run that read the orders: of this instance, or an earlier one whose result it repeats.';
comment on column lecture_commandes.date_lecture is 'When that was.';
comment on column lecture_commandes.regles is 'SHA-256 of what decides beside the ERP: settings, erased orders, program.';
comment on column lecture_commandes.tetes is 'Fingerprint of the order heads: rows, and the sum of the first 64 bits of the MD5 of each.';
comment on column lecture_commandes.operations is 'The same of the operations.';
comment on column lecture_commandes.notes is 'The same of the log book.';
comment on column lecture_commandes.accessoires is 'The same of the accessories.';
--rollback drop table lecture_commandes;

--changeset atelier:plan_commandes-repete
alter table plan_commandes
    add column lignes_cible bigint,
    add column empreinte_cible bigint,
    add column repete bigint;
comment on column plan_commandes.lignes_cible is 'Rows of the target table that are the job''s, after the merge.';
comment on column plan_commandes.empreinte_cible is 'Hash of those rows, as in empreinte.';
comment on column plan_commandes.repete is 'The run whose result this line repeats, because nothing had changed since; null for a run that read the ERP.';
--rollback alter table plan_commandes drop column lignes_cible, drop column empreinte_cible, drop column repete;
