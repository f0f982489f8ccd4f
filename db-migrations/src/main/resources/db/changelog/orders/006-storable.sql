--liquibase formatted sql

--changeset atelier:etape_commandes-types
-- With the types of the targets, so that what staging took a merge takes.
alter table etape_commandes_volets_roulants
    alter column numero_commande type varchar(20),
    alter column extension type varchar(5),
    alter column status type varchar(50),
    alter column coffre type varchar(50);
alter table etape_commandes_volets
    alter column id_commande type varchar(32),
    alter column extension type varchar(5),
    alter column statut type varchar(50),
    alter column affaire type varchar(100),
    alter column code_accessoire type varchar(20),
    alter column numero_operation type varchar(20);
--rollback alter table etape_commandes_volets_roulants alter column numero_commande type text, alter column extension type text, alter column status type text, alter column coffre type text;
--rollback alter table etape_commandes_volets alter column id_commande type text, alter column extension type text, alter column statut type text, alter column affaire type text, alter column code_accessoire type text, alter column numero_operation type text;

--changeset atelier:commande_rejetee-motif
comment on column commande_rejetee.motif is 'Reason: MISSING, TOO_LONG, OUT_OF_RANGE, BAD_DATE or NOT_STORABLE.';
--rollback comment on column commande_rejetee.motif is 'Reason: MISSING, TOO_LONG, OUT_OF_RANGE or BAD_DATE.';
