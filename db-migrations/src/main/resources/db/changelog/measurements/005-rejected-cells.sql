--liquibase formatted sql

--changeset atelier:ligne_rejetee-colonne
alter table ligne_rejetee add column colonne integer check (colonne > 0);
comment on table ligne_rejetee is 'Lines and cells that are no data, of the loaded version of each file: nothing is dropped in silence.';
comment on column ligne_rejetee.colonne is 'Column of a rejected cell, from 1, as the channels are numbered; null when the whole line is rejected.';
comment on column ligne_rejetee.contenu is 'The line or cell as read, at most its first 64 KiB.';
--rollback alter table ligne_rejetee drop column colonne;
--rollback comment on table ligne_rejetee is 'Lines that are no event, of the loaded version of each file: nothing is dropped in silence.';
--rollback comment on column ligne_rejetee.contenu is 'The line as read, at most its first 64 KiB.';
