package org.atelier.machinelogs;

import org.atelier.files.FetchFile;
import org.atelier.files.Fetched;
import org.atelier.files.PlannedFile;
import org.atelier.files.RecordFetched;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.files.afterload.CleanUpFiles;
import org.atelier.files.afterload.CleanedFile;
import org.atelier.files.afterload.CleanupFile;
import org.atelier.files.afterload.CleanupPlan;
import org.atelier.files.afterload.RecordCleanup;
import org.atelier.machinelogs.afterload.PlanCleanup;
import org.atelier.machinelogs.find.FindLogFiles;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.LogPlan;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.machinelogs.load.BalanceRun;
import org.atelier.machinelogs.load.BuildDay;
import org.atelier.machinelogs.load.BuiltDay;
import org.atelier.machinelogs.load.MarkLoaded;
import org.atelier.machinelogs.load.ReadRejects;
import org.atelier.machinelogs.load.ReadyFile;
import org.atelier.machinelogs.load.WriteDay;
import org.atelier.machinelogs.plan.PlanDays;
import org.atelier.run.RunOptions;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.Steps;
import org.atelier.run.step.WorkQueue;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The job {@code machine-logs}, from the log files of machining centres to production sessions:
 *
 * <ol>
 *   <li>{@code find}: which log files are there, and which of them are new or changed;
 *   <li>{@code fetch}: bring them into the landing area and read them once, several at a time;
 *   <li>{@code plan}: freeze which centre-days are to be built from which contents;
 *   <li>{@code sessions}: build them, several at a time, each one a transaction;
 *   <li>{@code load}: mark the files loaded, with their rejects, and judge them;
 *   <li>{@code balance}: fail if anything was lost;
 *   <li>{@code plan-after-load}, {@code after-load}: archive or delete on the server what may go, if that is wanted.
 * </ol>
 */
@Configuration(proxyBeanMethods = false)
@Import(MachineLogParts.class)
public class MachineLogJob {

    private static final int FILES_A_TRANSACTION = 20;

    @Bean
    Job machineLogs(
            JobRepository repository,
            Steps steps,
            FindLogFiles find,
            WorkQueue<PlannedFile<LogVersion>> filesToFetch,
            FetchFile<LogVersion> fetch,
            RecordFetched<LogVersion> recordFetched,
            PlanDays plan,
            WorkQueue<PlannedDay> daysToBuild,
            BuildDay build,
            WriteDay write,
            ItemReader<PlannedFile<LogVersion>> filesToLoad,
            ReadRejects readRejects,
            MarkLoaded markLoaded,
            BalanceRun balance,
            MachineLogSettings settings,
            RunOptions options,
            PlanCleanup planCleanup,
            ItemReader<CleanupFile> filesToCleanUp,
            CleanUpFiles cleanUpFiles,
            RecordCleanup recordCleanup) {
        SimpleJobBuilder job = new JobBuilder(MachineLogs.NAME, repository)
                .start(steps.once("find", find))
                .next(steps.<PlannedFile<LogVersion>, Fetched<LogVersion>>parallel(
                        "fetch", filesToFetch, fetch, recordFetched))
                .next(steps.once("plan", plan))
                .next(steps.<PlannedDay, BuiltDay>parallel("sessions", daysToBuild, build, write))
                .next(steps.<PlannedFile<LogVersion>, ReadyFile>inChunks(
                        "load", FILES_A_TRANSACTION, filesToLoad, readRejects, markLoaded))
                .next(steps.once("balance", balance));
        // What all shards have committed no one of them knows; and a run from the landing area touches no server.
        boolean untouched = options.shard() != null || options.rebuild() != null;
        return untouched || settings.afterLoad() instanceof AfterLoad.Keep
                ? job.build()
                : job.next(steps.once("plan-after-load", planCleanup))
                        .next(steps.<CleanupFile, CleanedFile>inChunks(
                                "after-load", 1, filesToCleanUp, cleanUpFiles, recordCleanup))
                        .build();
    }

    @Bean
    WorkQueue<PlannedFile<LogVersion>> filesToFetch(LogPlan plan) {
        return new WorkQueue<>(after -> plan.toFetch(RunContext.current().instance(), after));
    }

    @Bean
    WorkQueue<PlannedDay> daysToBuild(DayPlan plan) {
        return new WorkQueue<>(after -> plan.undone(RunContext.current().instance(), after));
    }

    @Bean
    ItemReader<PlannedFile<LogVersion>> filesToLoad(LogPlan plan) {
        return new WorkQueue<>(after -> plan.fetched(RunContext.current().instance(), after));
    }

    @Bean
    ItemReader<CleanupFile> filesToCleanUp(CleanupPlan plan) {
        return new WorkQueue<>(after -> plan.toDo(RunContext.current().instance(), after));
    }
}
