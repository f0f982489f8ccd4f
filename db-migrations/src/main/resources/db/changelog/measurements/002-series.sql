--liquibase formatted sql

--changeset atelier:mesure_electrique
-- Partitions, one a month, are made by the program when first needed, and there is none for the rest: a stamp is never
-- lost in one that nobody looks into. No foreign key: its check of each row would double the time of a load, and the
-- program is the only one to write here.
create table mesure_electrique (
    voie_id bigint not null,
    horodatage timestamptz not null,
    valeur double precision not null,
    primary key (voie_id, horodatage)
) partition by range (horodatage);
comment on table mesure_electrique is 'Measurements, partitioned by month (UTC): mesure_electrique_YYYY_MM. Of equal stamps of a channel the last one read stays.';
comment on column mesure_electrique.voie_id is 'The channel.';
comment on column mesure_electrique.horodatage is 'When it was measured, as the box says it.';
comment on column mesure_electrique.valeur is 'The value, in the unit of the channel; always a finite number.';
--rollback drop table mesure_electrique;

--changeset atelier:mesure_horaire
create table mesure_horaire (
    voie_id bigint not null,
    fenetre timestamptz not null,
    moyenne double precision not null,
    minimum double precision not null,
    maximum double precision not null,
    nombre bigint not null,
    primary key (voie_id, fenetre)
);
comment on table mesure_horaire is 'Means by hour, kept with mesure_electrique: a window without a measurement has no row.';
comment on column mesure_horaire.voie_id is 'The channel.';
comment on column mesure_horaire.fenetre is 'Start of the hour, UTC.';
comment on column mesure_horaire.moyenne is 'Mean of all measurements of the window, each with the same weight.';
comment on column mesure_horaire.minimum is 'The smallest one.';
comment on column mesure_horaire.maximum is 'The largest one.';
comment on column mesure_horaire.nombre is 'How many there are.';
--rollback drop table mesure_horaire;

--changeset atelier:mesure_journaliere
create table mesure_journaliere (
    voie_id bigint not null,
    fenetre timestamptz not null,
    moyenne double precision not null,
    minimum double precision not null,
    maximum double precision not null,
    nombre bigint not null,
    primary key (voie_id, fenetre)
);
comment on table mesure_journaliere is 'Means by day, kept with mesure_electrique: a window without a measurement has no row.';
comment on column mesure_journaliere.voie_id is 'The channel.';
comment on column mesure_journaliere.fenetre is 'Start of the day, UTC.';
comment on column mesure_journaliere.moyenne is 'Mean of all measurements of the window, each with the same weight.';
comment on column mesure_journaliere.minimum is 'The smallest one.';
comment on column mesure_journaliere.maximum is 'The largest one.';
comment on column mesure_journaliere.nombre is 'How many there are.';
--rollback drop table mesure_journaliere;

--changeset atelier:mesure_hebdomadaire
create table mesure_hebdomadaire (
    voie_id bigint not null,
    fenetre timestamptz not null,
    moyenne double precision not null,
    minimum double precision not null,
    maximum double precision not null,
    nombre bigint not null,
    primary key (voie_id, fenetre)
);
comment on table mesure_hebdomadaire is 'Means by week, kept with mesure_electrique: a window without a measurement has no row.';
comment on column mesure_hebdomadaire.voie_id is 'The channel.';
comment on column mesure_hebdomadaire.fenetre is 'Start of the week, UTC (Monday).';
comment on column mesure_hebdomadaire.moyenne is 'Mean of all measurements of the window, each with the same weight.';
comment on column mesure_hebdomadaire.minimum is 'The smallest one.';
comment on column mesure_hebdomadaire.maximum is 'The largest one.';
comment on column mesure_hebdomadaire.nombre is 'How many there are.';
--rollback drop table mesure_hebdomadaire;
