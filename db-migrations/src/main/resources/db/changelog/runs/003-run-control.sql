--liquibase formatted sql

--changeset atelier:run_control
alter table atelier_run
    add column stop_requested timestamptz,
    add column progress_at timestamptz;
comment on column atelier_run.stop_requested is 'When somebody asked the run to stop; its process looks every few seconds.';
comment on column atelier_run.progress_at is 'When progress last changed; alive without progress for long is stalled.';
--rollback alter table atelier_run drop column stop_requested, drop column progress_at;

--changeset atelier:plan_partial
alter table plan_fichier drop constraint plan_fichier_etat_check;
alter table plan_fichier add constraint plan_fichier_etat_check
    check (etat in ('to_fetch', 'fetched', 'failed', 'loaded', 'partial'));
comment on column plan_fichier.etat is 'to_fetch, fetched, failed, loaded, or partial: days of it lie outside the range that was asked for.';
--rollback alter table plan_fichier drop constraint plan_fichier_etat_check; alter table plan_fichier add constraint plan_fichier_etat_check check (etat in ('to_fetch', 'fetched', 'failed', 'loaded'));
