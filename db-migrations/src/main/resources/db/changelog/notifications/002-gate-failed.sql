--liquibase formatted sql

--changeset atelier:notification-gate_failed
alter table atelier_notification drop constraint atelier_notification_kind_check;
alter table atelier_notification add constraint atelier_notification_kind_check
    check (kind in ('run_failed', 'reject_limit', 'file_quarantined', 'gate_failed', 'run_recovered', 'good_again',
                    'job_silent', 'centre_silent'));
comment on column atelier_notification.kind is 'run_failed, reject_limit, file_quarantined, gate_failed, run_recovered, good_again, job_silent or centre_silent.';
create index atelier_notification_trouble_idx on atelier_notification (trouble) where kind = 'gate_failed';
--rollback drop index atelier_notification_trouble_idx; delete from atelier_notification where kind = 'gate_failed'; alter table atelier_notification drop constraint atelier_notification_kind_check; alter table atelier_notification add constraint atelier_notification_kind_check check (kind in ('run_failed', 'reject_limit', 'file_quarantined', 'run_recovered', 'good_again', 'job_silent', 'centre_silent'));
