--liquibase formatted sql

--changeset atelier:next_action
alter table atelier_run add column next_action jsonb;
comment on column atelier_run.next_action is 'What next_step says, for programs: action, and what it acts on, such as {"action": "restart", "run": 12}; null in runs of earlier releases.';
--rollback alter table atelier_run drop column next_action;

--changeset atelier:v_run-before-next_action
-- Nothing to do but to roll back: only a column at the end comes to the view, so rights on it and views of a plant stay.
select 1;
--rollback changesetId:v_run changesetAuthor:atelier changesetPath:db/changelog/runs/002-views.sql

--changeset atelier:v_run-next_action
create or replace view v_run as
select
    e.job_execution_id as run_id,
    e.job_instance_id,
    i.job_name::text as job,
    coalesce(r.scope, p.scope, i.job_name) as scope,
    case when p.seq ~ '^\d{1,18}$' then p.seq::bigint end as seq,
    -- First of the month plus days: a date that does not exist must not break the view for all other runs.
    case when p.range_from ~ '^[1-9]\d{3}-(0[1-9]|1[0-2])-\d\d$'
        then (left(p.range_from, 8) || '01')::date + right(p.range_from, 2)::integer - 1 end as range_from,
    case when p.range_to ~ '^[1-9]\d{3}-(0[1-9]|1[0-2])-\d\d$'
        then (left(p.range_to, 8) || '01')::date + right(p.range_to, 2)::integer - 1 end as range_to,
    case when p.attempt ~ '^\d{1,9}$' then p.attempt::integer end as attempt,
    coalesce(p.parameters, '{}'::jsonb) as parameters,
    e.status::text as status,
    r.exit_code,
    r.trigger_kind,
    r.version,
    coalesce(r.owner_pod, nullif(concat_ws('/', r.owner_host, r.owner_pid), '')) as owner,
    e.create_time at time zone 'UTC' as created,
    e.start_time at time zone 'UTC' as started,
    e.end_time at time zone 'UTC' as ended,
    round(extract(epoch from e.end_time - e.start_time) * 1000)::bigint as duration_ms,
    coalesce(s.read_count, 0) as read_count,
    coalesce(s.write_count, 0) as write_count,
    coalesce(s.filter_count, 0) as filter_count,
    case when jsonb_typeof(r.summary -> 'rejected') = 'number'
        then round((r.summary ->> 'rejected')::numeric)::bigint else 0 end as reject_count,
    coalesce(r.cause, nullif(split_part(e.exit_message, E'\n', 1), '')) as cause,
    r.next_step,
    coalesce(r.nothing_to_do, false) as nothing_to_do,
    r.heartbeat,
    r.progress,
    r.summary,
    r.log_file,
    r.next_action
from batch_job_execution e
join batch_job_instance i on i.job_instance_id = e.job_instance_id
left join atelier_run r on r.job_execution_id = e.job_execution_id
left join lateral (
    select
        jsonb_object_agg(parameter_name, parameter_value) as parameters,
        max(parameter_value) filter (where parameter_name = 'scope') as scope,
        max(parameter_value) filter (where parameter_name = 'seq') as seq,
        max(parameter_value) filter (where parameter_name = 'from') as range_from,
        max(parameter_value) filter (where parameter_name = 'to') as range_to,
        max(parameter_value) filter (where parameter_name = 'attempt') as attempt
    from batch_job_execution_params
    where job_execution_id = e.job_execution_id
) p on true
left join lateral (
    select
        sum(read_count)::bigint as read_count,
        sum(write_count)::bigint as write_count,
        sum(filter_count)::bigint as filter_count
    from batch_step_execution step
    where step.job_execution_id = e.job_execution_id
        -- The parent of a partitioned step repeats the sums of its partitions.
        and not exists (
            select from batch_step_execution part
            where part.job_execution_id = step.job_execution_id
                and starts_with(part.step_name, step.step_name || ':')
        )
) s on true;
comment on view v_run is 'One row for each run of a job (execution), readable; all times with zone.';
comment on column v_run.run_id is 'The RUN of the commands: batch_job_execution.job_execution_id.';
comment on column v_run.job_instance_id is 'What was to be done; restarts share it.';
comment on column v_run.job is 'Name of the job.';
comment on column v_run.scope is 'Scope whose lock was held: job, or job and shard.';
comment on column v_run.seq is 'Number of the scheduled start; null for a range.';
comment on column v_run.range_from is 'First production day asked for; null for a scheduled start.';
comment on column v_run.range_to is 'Last production day asked for; null for a scheduled start.';
comment on column v_run.attempt is 'How often this range was asked for anew (--again).';
comment on column v_run.parameters is 'All parameters, name to value.';
comment on column v_run.status is 'Status of Spring Batch.';
comment on column v_run.exit_code is 'Exit code of the process; null while it runs or when it died.';
comment on column v_run.trigger_kind is 'What started it: cron, manual, kubernetes or demo.';
comment on column v_run.version is 'Version of the program.';
comment on column v_run.owner is 'Pod, or host/pid.';
comment on column v_run.created is 'When the run was recorded.';
comment on column v_run.started is 'When work began.';
comment on column v_run.ended is 'When work ended; null while it runs or when its process died.';
comment on column v_run.duration_ms is 'From started to ended, milliseconds; null before the end.';
comment on column v_run.read_count is 'Items read by all steps; partitions counted once.';
comment on column v_run.write_count is 'Items written by all steps; partitions counted once.';
comment on column v_run.filter_count is 'Items left out on purpose by all steps; partitions counted once.';
comment on column v_run.reject_count is 'Rejects, from the summary; 0 without one.';
comment on column v_run.cause is 'Why it did not end well: as told by the run, else the first line of Spring Batch''s message.';
comment on column v_run.next_step is 'The command to type next.';
comment on column v_run.nothing_to_do is 'True when there was nothing to do.';
comment on column v_run.heartbeat is 'Last sign of life.';
comment on column v_run.progress is 'How far the run is, as last told.';
comment on column v_run.summary is 'Figures of the run.';
comment on column v_run.log_file is 'The log file of this run, on its host.';
comment on column v_run.next_action is 'What next_step says, for programs; null in runs of earlier releases.';
--rollback drop view v_run;
