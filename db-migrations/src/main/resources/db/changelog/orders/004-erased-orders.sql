--liquibase formatted sql

--changeset atelier:cle_effacement
-- 244 random bits of the server's strong generator; made once, so that marks mean the same for ever.
create table cle_effacement (
    ligne boolean primary key default true check (ligne),
    cle bytea not null
);
insert into cle_effacement (cle)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
comment on table cle_effacement is 'One row: the random key of the marks in commande_effacee and atelier_audit, so that they show no order number.';
comment on column cle_effacement.ligne is 'Always true: there is one row.';
comment on column cle_effacement.cle is 'The key; with another one every erased order would come back.';
--rollback drop table cle_effacement;

--changeset atelier:commande_effacee
create table commande_effacee (
    empreinte bytea primary key,
    date_effacement timestamptz not null default now()
);
comment on table commande_effacee is 'Orders that were erased on request: runs of the job orders leave them out. Holds marks only, never a number.';
comment on column commande_effacee.empreinte is 'Mark: SHA-256 of the key in cle_effacement and the order''s number, or its key in the ERP.';
comment on column commande_effacee.date_effacement is 'When it was erased.';
--rollback drop table commande_effacee;

--changeset atelier:plan_commandes-effacees
alter table plan_commandes add column effacees bigint not null default 0;
comment on column plan_commandes.effacees is 'Selected orders that were erased on request, and left out.';
--rollback alter table plan_commandes drop column effacees;
