--liquibase formatted sql

--changeset atelier:plan_ordre
create sequence plan_ordre;
alter table plan_fichier add column ordre bigint;
alter table plan_jour add column ordre bigint;
create index plan_jour_centre_idx on plan_jour (centre_usinage_id, jour, ordre);
comment on column plan_fichier.ordre is 'Order in which plans of a centre were made, by whichever shard: of two plans the later one counts.';
comment on column plan_jour.ordre is 'Order in which plans of a centre were made, by whichever shard: of two plans the later one counts.';
--rollback drop index plan_jour_centre_idx; alter table plan_jour drop column ordre; alter table plan_fichier drop column ordre; drop sequence plan_ordre;
