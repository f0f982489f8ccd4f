--liquibase formatted sql

--changeset atelier:spring-batch-comments
comment on table batch_job_instance is 'Spring Batch: a job with its identifying parameters; a restart stays in the same instance.';
comment on column batch_job_instance.job_instance_id is 'Key, from batch_job_instance_seq.';
comment on column batch_job_instance.version is 'Optimistic lock of Spring Batch.';
comment on column batch_job_instance.job_name is 'Name of the job, such as machine-logs.';
comment on column batch_job_instance.job_key is 'Hash of the identifying parameters.';

comment on table batch_job_execution is 'Spring Batch: one attempt to run an instance; see v_run for a readable form. Times have no zone and are UTC.';
comment on column batch_job_execution.job_execution_id is 'Key, from batch_job_execution_seq; this is the RUN of the commands.';
comment on column batch_job_execution.version is 'Optimistic lock of Spring Batch.';
comment on column batch_job_execution.job_instance_id is 'The instance that is attempted.';
comment on column batch_job_execution.create_time is 'When the attempt was recorded, UTC.';
comment on column batch_job_execution.start_time is 'When work began, UTC.';
comment on column batch_job_execution.end_time is 'When work ended, UTC; null while it runs or when its process died.';
comment on column batch_job_execution.status is 'STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED, ABANDONED or UNKNOWN.';
comment on column batch_job_execution.exit_code is 'Exit status of Spring Batch; the exit code of the process is in atelier_run.';
comment on column batch_job_execution.exit_message is 'First 2500 characters of why it ended so.';
comment on column batch_job_execution.last_updated is 'Last change of this row, UTC.';

comment on table batch_job_execution_params is 'Spring Batch: the parameters of an attempt.';
comment on column batch_job_execution_params.job_execution_id is 'The attempt.';
comment on column batch_job_execution_params.parameter_name is 'Name of the parameter.';
comment on column batch_job_execution_params.parameter_type is 'Java class of the value.';
comment on column batch_job_execution_params.parameter_value is 'The value as text.';
comment on column batch_job_execution_params.identifying is 'Y when the parameter is part of the identity of the instance, else N.';

comment on table batch_step_execution is 'Spring Batch: one step of an attempt; a partition is a step named step:partition. Times are UTC.';
comment on column batch_step_execution.step_execution_id is 'Key, from batch_step_execution_seq.';
comment on column batch_step_execution.version is 'Optimistic lock of Spring Batch.';
comment on column batch_step_execution.step_name is 'Name of the step, with :partition for a partition.';
comment on column batch_step_execution.job_execution_id is 'The attempt this step belongs to.';
comment on column batch_step_execution.create_time is 'When the step was recorded, UTC.';
comment on column batch_step_execution.start_time is 'When the step began, UTC.';
comment on column batch_step_execution.end_time is 'When the step ended, UTC.';
comment on column batch_step_execution.status is 'As in batch_job_execution.';
comment on column batch_step_execution.commit_count is 'Transactions committed.';
comment on column batch_step_execution.read_count is 'Items read.';
comment on column batch_step_execution.filter_count is 'Items the processor left out on purpose.';
comment on column batch_step_execution.write_count is 'Items written.';
comment on column batch_step_execution.read_skip_count is 'Items skipped while reading.';
comment on column batch_step_execution.write_skip_count is 'Items skipped while writing.';
comment on column batch_step_execution.process_skip_count is 'Items skipped while processing.';
comment on column batch_step_execution.rollback_count is 'Transactions rolled back.';
comment on column batch_step_execution.exit_code is 'Exit status of the step.';
comment on column batch_step_execution.exit_message is 'First 2500 characters of why it ended so.';
comment on column batch_step_execution.last_updated is 'Last change of this row, UTC; moves with every commit.';

comment on table batch_step_execution_context is 'Spring Batch: what a step remembers for a restart.';
comment on column batch_step_execution_context.step_execution_id is 'The step.';
comment on column batch_step_execution_context.short_context is 'The remembered values, cut to 2500 characters.';
comment on column batch_step_execution_context.serialized_context is 'The remembered values in full when they were cut.';

comment on table batch_job_execution_context is 'Spring Batch: what an attempt remembers for a restart.';
comment on column batch_job_execution_context.job_execution_id is 'The attempt.';
comment on column batch_job_execution_context.short_context is 'The remembered values, cut to 2500 characters.';
comment on column batch_job_execution_context.serialized_context is 'The remembered values in full when they were cut.';

comment on sequence batch_job_instance_seq is 'Keys of batch_job_instance; Spring Batch 5 called it batch_job_seq.';
comment on sequence batch_job_execution_seq is 'Keys of batch_job_execution.';
comment on sequence batch_step_execution_seq is 'Keys of batch_step_execution.';
--rollback empty
