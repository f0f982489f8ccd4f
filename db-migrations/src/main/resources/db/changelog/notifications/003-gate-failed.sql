--liquibase formatted sql

--changeset atelier:notification-gate_failed
create index atelier_notification_trouble_idx on atelier_notification (trouble) where kind = 'gate_failed';
--rollback drop index atelier_notification_trouble_idx; delete from atelier_notification where kind = 'gate_failed';
