--liquibase formatted sql

--changeset atelier:etape_commandes
create unlogged table etape_commandes_volets_roulants (
    numero_commande text not null,
    extension text,
    status text,
    date_modification date,
    coffre text,
    gestion_en_stock integer,
    id_commande text
);
create unlogged table etape_commandes_volets (
    id_commande text not null,
    numero_commande integer not null,
    extension text,
    statut text,
    affaire text,
    date_modification timestamp,
    code_accessoire text,
    description_accessoire text,
    numero_operation text,
    description_operation text
);
create unlogged table etape_commandes_rejets (
    cible text not null,
    id_commande text not null,
    numero_commande text,
    extension text,
    colonne text not null,
    motif text not null,
    valeur text,
    entiere boolean not null
);
comment on table etape_commandes_volets_roulants is 'Staging: what commandes_volets_roulants will hold. Filled anew by each run, empty after it.';
comment on column etape_commandes_volets_roulants.numero_commande is 'As in the target.';
comment on column etape_commandes_volets_roulants.extension is 'As in the target.';
comment on column etape_commandes_volets_roulants.status is 'As in the target.';
comment on column etape_commandes_volets_roulants.date_modification is 'As in the target.';
comment on column etape_commandes_volets_roulants.coffre is 'As in the target.';
comment on column etape_commandes_volets_roulants.gestion_en_stock is 'As in the target.';
comment on column etape_commandes_volets_roulants.id_commande is 'As in the target.';
comment on table etape_commandes_volets is 'Staging: what commandes_volets will hold. Filled anew by each run, empty after it.';
comment on column etape_commandes_volets.id_commande is 'As in the target.';
comment on column etape_commandes_volets.numero_commande is 'As in the target.';
comment on column etape_commandes_volets.extension is 'As in the target.';
comment on column etape_commandes_volets.statut is 'As in the target.';
comment on column etape_commandes_volets.affaire is 'As in the target.';
comment on column etape_commandes_volets.date_modification is 'As in the target.';
comment on column etape_commandes_volets.code_accessoire is 'As in the target.';
comment on column etape_commandes_volets.description_accessoire is 'As in the target.';
comment on column etape_commandes_volets.numero_operation is 'As in the target.';
comment on column etape_commandes_volets.description_operation is 'As in the target.';
comment on table etape_commandes_rejets is 'Staging: the rejects of the run at work. Filled anew by each run, empty after it.';
comment on column etape_commandes_rejets.cible is 'Target table.';
comment on column etape_commandes_rejets.id_commande is 'Key of the order in the ERP.';
comment on column etape_commandes_rejets.numero_commande is 'Its number, null when it has none.';
comment on column etape_commandes_rejets.extension is 'Its extension, null when it has none.';
comment on column etape_commandes_rejets.colonne is 'Column of the target that cannot take the value.';
comment on column etape_commandes_rejets.motif is 'Reason, such as TOO_LONG.';
comment on column etape_commandes_rejets.valeur is 'The value as it stands in the ERP; null for protected columns.';
comment on column etape_commandes_rejets.entiere is 'Whether nothing is left of the order in that table: its row there is stale.';
--rollback drop table etape_commandes_volets_roulants, etape_commandes_volets, etape_commandes_rejets;

--changeset atelier:plan_commandes
create table plan_commandes (
    job_instance_id bigint not null references batch_job_instance on delete cascade,
    cible text not null,
    commandes_lues bigint not null,
    selectionnees bigint not null,
    retenues bigint not null,
    doublons bigint not null,
    rejetees bigint not null,
    rejets bigint not null,
    lignes_jointes bigint not null,
    numeros_partages bigint not null,
    empreinte bigint not null,
    inserees bigint,
    modifiees bigint,
    supprimees bigint,
    inchangees bigint,
    perimees bigint,
    conflits bigint,
    date_fusion timestamptz,
    primary key (job_instance_id, cible)
);
comment on table plan_commandes is 'What a run of the job orders staged and merged, by target table.';
comment on column plan_commandes.job_instance_id is 'What is to be done; a restart shares it.';
comment on column plan_commandes.cible is 'Target table.';
comment on column plan_commandes.commandes_lues is 'Orders in the snapshot of the ERP.';
comment on column plan_commandes.selectionnees is 'Orders that pass the selection of the table''s profile.';
comment on column plan_commandes.retenues is 'Orders staged: rows of the staging table.';
comment on column plan_commandes.doublons is 'Selected orders that lost their key to another one.';
comment on column plan_commandes.rejetees is 'Selected orders of which nothing is left.';
comment on column plan_commandes.rejets is 'Rejects: once for an order and column.';
comment on column plan_commandes.lignes_jointes is 'Rows of the join of order, note, accessory and operation that were selected.';
comment on column plan_commandes.numeros_partages is 'Keys that orders of different AuftragsTyp share.';
comment on column plan_commandes.empreinte is 'Hash of the staged rows: the first 64 bits of the MD5 of each, combined by exclusive or.';
comment on column plan_commandes.inserees is 'Rows inserted; null until the merge.';
comment on column plan_commandes.modifiees is 'Rows updated.';
comment on column plan_commandes.supprimees is 'Rows deleted, because their order vanished from the selection.';
comment on column plan_commandes.inchangees is 'Rows that were equal already, not touched.';
comment on column plan_commandes.perimees is 'Rows that stay as they are because their order is rejected now.';
comment on column plan_commandes.conflits is 'Staged rows whose key belongs to a row entered through the API, which is kept.';
comment on column plan_commandes.date_fusion is 'Time of the merge''s transaction.';
--rollback drop table plan_commandes;
