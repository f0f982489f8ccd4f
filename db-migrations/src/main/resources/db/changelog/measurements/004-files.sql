--liquibase formatted sql

--changeset atelier:fichier_mesure
create table fichier_mesure (
    fichier_id bigint primary key references fichier_source on delete cascade,
    campagne_bucket text,
    campagne_nom text,
    format text,
    structure text,
    entete jsonb,
    points bigint,
    lignes_structure bigint,
    valeurs_invalides bigint,
    valeurs_manquantes bigint,
    lignes_longues bigint,
    marqueurs_zero bigint,
    horodatages_invalides bigint,
    lignes_tronquees bigint,
    premiere timestamptz,
    derniere timestamptz,
    refus text,
    inacheve text,
    rapport jsonb
);
create index fichier_mesure_campagne_idx on fichier_mesure (campagne_bucket, campagne_nom);
comment on table fichier_mesure is 'What the ledger keeps of a file of measurements beside what it keeps of any file. All of it is of the loaded version.';
comment on column fichier_mesure.fichier_id is 'The file.';
comment on column fichier_mesure.campagne_bucket is 'The company, by the file''s path.';
comment on column fichier_mesure.campagne_nom is 'The campaign, by the file''s path.';
comment on column fichier_mesure.format is 'Marker of the format, such as MV_T302_V002.';
comment on column fichier_mesure.structure is 'How it is laid out: plain, or with a header block.';
comment on column fichier_mesure.entete is 'The object of the header block; null without one.';
comment on column fichier_mesure.points is 'Points, one a cell that is a number.';
comment on column fichier_mesure.lignes_structure is 'Lines that are neither data nor blank: titles and header block.';
comment on column fichier_mesure.valeurs_invalides is 'Cells that are no finite number.';
comment on column fichier_mesure.valeurs_manquantes is 'Cells that are empty or absent.';
comment on column fichier_mesure.lignes_longues is 'Rows with more cells than there are columns.';
comment on column fichier_mesure.marqueurs_zero is 'Rows that are restart markers: each cell a bare 0.';
comment on column fichier_mesure.horodatages_invalides is 'Rows whose stamp is none.';
comment on column fichier_mesure.lignes_tronquees is 'Last lines without a line feed that were dropped.';
comment on column fichier_mesure.premiere is 'Oldest valid stamp.';
comment on column fichier_mesure.derniere is 'Newest valid stamp.';
comment on column fichier_mesure.refus is 'Why the whole file is refused; null for a file that can be read.';
comment on column fichier_mesure.inacheve is 'Why its upload seems to be under way, so that it waits for the next run; null when it does not.';
comment on column fichier_mesure.rapport is 'Its channels with their figures, as the report of the run has them.';
--rollback drop table fichier_mesure;

--changeset atelier:plan_fichier_mesure
create table plan_fichier_mesure (
    job_instance_id bigint not null,
    fichier_id bigint not null,
    campagne_bucket text,
    campagne_nom text,
    format text,
    structure text,
    entete jsonb,
    points bigint,
    lignes_structure bigint,
    valeurs_invalides bigint,
    valeurs_manquantes bigint,
    lignes_longues bigint,
    marqueurs_zero bigint,
    horodatages_invalides bigint,
    lignes_tronquees bigint,
    premiere timestamptz,
    derniere timestamptz,
    refus text,
    inacheve text,
    rapport jsonb,
    points_distincts bigint,
    points_ecrits bigint,
    primary key (job_instance_id, fichier_id),
    foreign key (job_instance_id, fichier_id) references plan_fichier on delete cascade
);
comment on table plan_fichier_mesure is 'Plan of a run: what was found in a file of measurements beside what is noted of any file.';
comment on column plan_fichier_mesure.job_instance_id is 'What is to be done; a restart shares it.';
comment on column plan_fichier_mesure.fichier_id is 'The file.';
comment on column plan_fichier_mesure.campagne_bucket is 'The company, by the file''s path.';
comment on column plan_fichier_mesure.campagne_nom is 'The campaign, by the file''s path.';
comment on column plan_fichier_mesure.format is 'Marker of the format, such as MV_T302_V002.';
comment on column plan_fichier_mesure.structure is 'How it is laid out: plain, or with a header block.';
comment on column plan_fichier_mesure.entete is 'The object of the header block; null without one.';
comment on column plan_fichier_mesure.points is 'Points, one a cell that is a number.';
comment on column plan_fichier_mesure.lignes_structure is 'Lines that are neither data nor blank: titles and header block.';
comment on column plan_fichier_mesure.valeurs_invalides is 'Cells that are no finite number.';
comment on column plan_fichier_mesure.valeurs_manquantes is 'Cells that are empty or absent.';
comment on column plan_fichier_mesure.lignes_longues is 'Rows with more cells than there are columns.';
comment on column plan_fichier_mesure.marqueurs_zero is 'Rows that are restart markers: each cell a bare 0.';
comment on column plan_fichier_mesure.horodatages_invalides is 'Rows whose stamp is none.';
comment on column plan_fichier_mesure.lignes_tronquees is 'Last lines without a line feed that were dropped.';
comment on column plan_fichier_mesure.premiere is 'Oldest valid stamp.';
comment on column plan_fichier_mesure.derniere is 'Newest valid stamp.';
comment on column plan_fichier_mesure.refus is 'Why the whole file is refused; null for a file that can be read.';
comment on column plan_fichier_mesure.inacheve is 'Why its upload seems to be under way, so that it waits for the next run; null when it does not.';
comment on column plan_fichier_mesure.rapport is 'Its channels with their figures, as the report of the run has them.';
comment on column plan_fichier_mesure.points_distincts is 'Pairs of channel and time of the file, once it is stored.';
comment on column plan_fichier_mesure.points_ecrits is 'Measurements that were inserted or changed by it; the others were there already.';
--rollback drop table plan_fichier_mesure;
