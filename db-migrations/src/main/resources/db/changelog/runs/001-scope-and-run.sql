--liquibase formatted sql

--changeset atelier:scope
create table atelier_scope (
    scope text primary key,
    epoch bigint not null default 0,
    seq bigint not null default 0,
    job_execution_id bigint
);
comment on table atelier_scope is 'One row for each scope a job may run in; the row every transaction of a run checks (fence).';
comment on column atelier_scope.scope is 'Job, or job and shard: machine-logs, machine-logs#1/4.';
comment on column atelier_scope.epoch is 'Fence: each take-over counts it up, and a run that holds an older one can commit nothing.';
comment on column atelier_scope.seq is 'Number of the last scheduled start (tick).';
comment on column atelier_scope.job_execution_id is 'The run that holds, or held last, this scope.';
--rollback drop table atelier_scope;

--changeset atelier:run
create table atelier_run (
    job_execution_id bigint primary key references batch_job_execution on delete cascade,
    job text not null,
    scope text not null,
    epoch bigint not null,
    trigger_kind text not null check (trigger_kind in ('cron', 'manual', 'kubernetes', 'demo')),
    version text not null,
    owner_host text,
    owner_pid bigint,
    owner_pod text,
    heartbeat timestamptz,
    progress jsonb,
    log_file text,
    exit_code integer,
    cause text,
    next_step text,
    summary jsonb,
    nothing_to_do boolean not null default false
);
create index atelier_run_scope_idx on atelier_run (scope, job_execution_id);
comment on table atelier_run is 'What is known of a run beyond batch_job_execution: who runs it, how far it is, how it ended.';
comment on column atelier_run.job_execution_id is 'The run.';
comment on column atelier_run.job is 'Name of the job.';
comment on column atelier_run.scope is 'The scope whose lock the run held.';
comment on column atelier_run.epoch is 'The fence number the run worked with.';
comment on column atelier_run.trigger_kind is 'What started it: cron, manual, kubernetes or demo.';
comment on column atelier_run.version is 'Version of the program.';
comment on column atelier_run.owner_host is 'Host the process ran on.';
comment on column atelier_run.owner_pid is 'Process id on that host.';
comment on column atelier_run.owner_pod is 'Pod, in Kubernetes.';
comment on column atelier_run.heartbeat is 'Last sign of life, by the clock of the database; for people, the lock alone decides whether a run lives.';
comment on column atelier_run.progress is 'How far the run is, as last told.';
comment on column atelier_run.log_file is 'The log file of this run, on its host.';
comment on column atelier_run.exit_code is 'Exit code of the process; null while it runs or when it died.';
comment on column atelier_run.cause is 'Why it did not end well, in one sentence.';
comment on column atelier_run.next_step is 'The command to type next.';
comment on column atelier_run.summary is 'Figures of the run: files, lines and their balance, days, rejects.';
comment on column atelier_run.nothing_to_do is 'True when there was nothing to do; history hides such runs.';
--rollback drop table atelier_run;
