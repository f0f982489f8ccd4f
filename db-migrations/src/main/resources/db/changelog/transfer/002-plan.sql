--liquibase formatted sql

--changeset atelier:plan_fichier
create table plan_fichier (
    job_instance_id bigint not null references batch_job_instance on delete cascade,
    fichier_id bigint not null references fichier_source on delete cascade,
    etat text not null default 'to_fetch' check (etat in ('to_fetch', 'fetched', 'failed', 'loaded')),
    taille bigint,
    date_fichier timestamptz,
    stable boolean not null,
    date_telechargement timestamptz,
    sha256 char(64),
    jours date[],
    jours_debut timestamp[],
    entete bytea check (octet_length(entete) <= 64),
    lignes bigint,
    lignes_vides bigint,
    evenements bigint,
    evenements_comptes bigint,
    rejets bigint,
    lignes_retenues bigint,
    duplicate_de bigint,
    cause text,
    primary key (job_instance_id, fichier_id)
);
create index plan_fichier_fichier_idx on plan_fichier (fichier_id);
comment on table plan_fichier is 'Plan of a run: the files it takes, frozen before work starts, and what was found in them.';
comment on column plan_fichier.job_instance_id is 'What is to be done; a restart shares it.';
comment on column plan_fichier.fichier_id is 'The file.';
comment on column plan_fichier.etat is 'to_fetch, fetched, failed or loaded.';
comment on column plan_fichier.taille is 'Size to take, bytes.';
comment on column plan_fichier.date_fichier is 'Modification time at planning.';
comment on column plan_fichier.stable is 'Settled at planning: a last line without an end counts.';
comment on column plan_fichier.date_telechargement is 'First download of this version.';
comment on column plan_fichier.sha256 is 'SHA-256 of what was fetched, hexadecimal.';
comment on column plan_fichier.jours is 'Production days with events in it.';
comment on column plan_fichier.jours_debut is 'First event of each day of jours, time as written.';
comment on column plan_fichier.entete is 'First bytes of the content, at most 64.';
comment on column plan_fichier.lignes is 'Lines read.';
comment on column plan_fichier.lignes_vides is 'Blank lines.';
comment on column plan_fichier.evenements is 'Events used for metrics.';
comment on column plan_fichier.evenements_comptes is 'Events counted by name only.';
comment on column plan_fichier.rejets is 'Rejects.';
comment on column plan_fichier.lignes_retenues is 'Lines held back.';
comment on column plan_fichier.duplicate_de is 'The file whose content this one repeats.';
comment on column plan_fichier.cause is 'Why it failed.';
--rollback drop table plan_fichier;

--changeset atelier:plan_jour
create table plan_jour (
    job_instance_id bigint not null references batch_job_instance on delete cascade,
    centre_usinage_id bigint not null references centre_usinage,
    jour date not null,
    fichiers jsonb not null,
    etat text not null default 'planned' check (etat in ('planned', 'done', 'failed')),
    resultat text check (resultat in ('written', 'unchanged', 'deleted', 'conflict')),
    evenements bigint,
    cause text,
    job_execution_id bigint,
    primary key (job_instance_id, centre_usinage_id, jour)
);
comment on table plan_jour is 'Plan of a run: the centre-days it builds; a day is marked done in the transaction that writes it.';
comment on column plan_jour.job_instance_id is 'What is to be done; a restart does the rest of it.';
comment on column plan_jour.centre_usinage_id is 'The machining centre.';
comment on column plan_jour.jour is 'Production day.';
comment on column plan_jour.fichiers is 'Files of the day in their order, with their hashes.';
comment on column plan_jour.etat is 'planned, done or failed.';
comment on column plan_jour.resultat is 'What became of it: written, unchanged, deleted (no events left) or conflict (held by an api row).';
comment on column plan_jour.evenements is 'Events the day was built from.';
comment on column plan_jour.cause is 'Why it failed.';
comment on column plan_jour.job_execution_id is 'The run that did it.';
--rollback drop table plan_jour;

--changeset atelier:plan_repertoire
create table plan_repertoire (
    job_instance_id bigint not null references batch_job_instance on delete cascade,
    source text not null,
    repertoire text not null,
    centre text,
    trouves integer not null,
    inchanges integer not null,
    en_attente integer not null,
    ignores integer not null default 0,
    probleme text,
    en_echec boolean not null default false,
    primary key (job_instance_id, source, repertoire)
);
comment on table plan_repertoire is 'What a run saw in each directory of its sources.';
comment on column plan_repertoire.job_instance_id is 'What is to be done; a restart shares it.';
comment on column plan_repertoire.source is 'Label of the source, without secrets.';
comment on column plan_repertoire.repertoire is 'Name of the directory.';
comment on column plan_repertoire.centre is 'Code of its machining centre; null when the directory is ignored.';
comment on column plan_repertoire.trouves is 'Log files found.';
comment on column plan_repertoire.inchanges is 'Log files that need not be taken.';
comment on column plan_repertoire.en_attente is 'Log files whose last state is not believed yet.';
comment on column plan_repertoire.ignores is 'Entries that are no log files.';
comment on column plan_repertoire.probleme is 'Why nothing is taken from it, and what to do; null when all is well.';
comment on column plan_repertoire.en_echec is 'Whether the problem is an error.';
--rollback drop table plan_repertoire;
