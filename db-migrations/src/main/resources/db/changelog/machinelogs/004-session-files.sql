--liquibase formatted sql

--changeset atelier:session_fichier
create table session_fichier (
    session_id bigint not null references session_production on delete cascade,
    fichier_id bigint not null references fichier_source on delete cascade,
    rang integer not null,
    primary key (session_id, fichier_id)
);
create index session_fichier_fichier_idx on session_fichier (fichier_id);
comment on table session_fichier is 'Which files a session was built from.';
comment on column session_fichier.session_id is 'The session.';
comment on column session_fichier.fichier_id is 'The file.';
comment on column session_fichier.rang is 'Place of the file in the order of the session.';
--rollback drop table session_fichier;
