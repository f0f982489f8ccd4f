--liquibase formatted sql

--changeset atelier:spring-batch-indexes
--comment: Spring Batch indexes no foreign key; history and purge would read whole tables.
create index batch_job_execution_instance_idx on batch_job_execution (job_instance_id);
create index batch_job_execution_params_execution_idx on batch_job_execution_params (job_execution_id);
create index batch_step_execution_execution_idx on batch_step_execution (job_execution_id);
--rollback drop index batch_job_execution_instance_idx, batch_job_execution_params_execution_idx, batch_step_execution_execution_idx;
