--liquibase formatted sql

--changeset atelier:atelier_notification-kinds
-- What kinds there are the program knows; a list here would be a change of the schema for each new one.
alter table atelier_notification drop constraint if exists atelier_notification_kind_check;
alter table atelier_notification add constraint atelier_notification_kind_check check (kind ~ '^[a-z]+(_[a-z]+)*$');
comment on column atelier_notification.kind is 'Such as run_failed, run_stalled, reject_limit or centre_silent; the recipe "Be told" has all of them.';
--rollback alter table atelier_notification drop constraint atelier_notification_kind_check;
--rollback delete from atelier_notification where kind not in ('run_failed', 'reject_limit', 'file_quarantined', 'run_recovered', 'good_again', 'job_silent', 'centre_silent');
--rollback alter table atelier_notification add constraint atelier_notification_kind_check check (kind in ('run_failed', 'reject_limit', 'file_quarantined', 'run_recovered', 'good_again', 'job_silent', 'centre_silent'));
--rollback comment on column atelier_notification.kind is 'run_failed, reject_limit, file_quarantined, run_recovered, good_again, job_silent or centre_silent.';
