package org.atelier.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One run, as the view {@code v_run} shows it.
 *
 * @param runId the job execution's id
 * @param jobInstanceId what restarts of the run share
 * @param job the job's name
 * @param scope what the run's lock covers
 * @param seq the number of a scheduled start; null for a range
 * @param rangeFrom first production day of a range
 * @param rangeTo last production day of a range
 * @param attempt counts {@code --again}
 * @param parameters a JSON object
 * @param status Spring Batch's, such as {@code COMPLETED}
 * @param exitCode what the process ended with; null while it runs or when it died
 * @param trigger {@code cron}, {@code manual}, {@code kubernetes} or {@code demo}
 * @param version of the program
 * @param owner host and process, or the pod
 * @param created when the run was accepted
 * @param started when work began
 * @param ended when it ended
 * @param duration from started to ended
 * @param counts what went through
 * @param cause why it failed
 * @param nextStep the command to type next
 * @param nextAction the same for programs, a JSON object
 * @param nothingToDo whether the run found no work
 * @param heartbeat the owner's last sign of life, by the database's clock
 * @param progress a JSON object
 * @param summary a JSON object
 * @param logFile the run's own log
 */
public record RunRecord(
        long runId,
        long jobInstanceId,
        String job,
        @Nullable String scope,
        @Nullable Long seq,
        @Nullable LocalDate rangeFrom,
        @Nullable LocalDate rangeTo,
        @Nullable Integer attempt,
        String parameters,
        String status,
        @Nullable Integer exitCode,
        @Nullable String trigger,
        @Nullable String version,
        @Nullable String owner,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable Duration duration,
        Counts counts,
        @Nullable String cause,
        @Nullable String nextStep,
        @Nullable String nextAction,
        boolean nothingToDo,
        @Nullable Instant heartbeat,
        @Nullable String progress,
        @Nullable String summary,
        @Nullable String logFile) {

    /** Items read, written, filtered out and rejected. */
    public record Counts(long read, long written, long filtered, long rejected) {}
}
