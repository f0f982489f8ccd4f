package org.atelier.measurements;

import org.atelier.files.FetchFile;
import org.atelier.files.Fetched;
import org.atelier.files.PlannedFile;
import org.atelier.files.RecordFetched;
import org.atelier.files.afterload.CleanedFile;
import org.atelier.files.afterload.CleanupFile;
import org.atelier.files.afterload.CleanupPlan;
import org.atelier.files.afterload.RecordCleanup;
import org.atelier.measurements.find.FindMeasurementFiles;
import org.atelier.measurements.ledger.MeasurementPlan;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.measurements.load.ReadMeasurements;
import org.atelier.measurements.load.ReadyMeasurements;
import org.atelier.measurements.load.StoreMeasurements;
import org.atelier.measurements.move.MoveFiles;
import org.atelier.measurements.move.PlanMoves;
import org.atelier.measurements.report.BalanceMeasurements;
import org.atelier.measurements.report.WriteReport;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.Steps;
import org.atelier.run.step.WorkQueue;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The job {@code measurements}, from the TSV files of measuring boxes to time series:
 *
 * <ol>
 *   <li>{@code find}: which files are there, and which of them are ready;
 *   <li>{@code fetch}: bring them into the landing area and read them once, several at a time;
 *   <li>{@code load}: store their points and means, file by file in the order of their names: of equal times the last
 *       one counts;
 *   <li>{@code balance}: fail if anything was lost;
 *   <li>{@code plan-moves}, {@code moves}: move what is loaded to {@code parsed/} and what is refused to
 *       {@code error/};
 *   <li>{@code report}: leave the run's report.
 * </ol>
 */
@Configuration(proxyBeanMethods = false)
@Import(MeasurementsParts.class)
public class MeasurementsJob {

    @Bean
    Job measurements(
            JobRepository repository,
            Steps steps,
            FindMeasurementFiles find,
            WorkQueue<PlannedFile<MeasurementVersion>> filesToFetch,
            FetchFile<MeasurementVersion> fetch,
            RecordFetched<MeasurementVersion> recordFetched,
            MeasurementPlan plan,
            ReadMeasurements read,
            StoreMeasurements store,
            BalanceMeasurements balance,
            PlanMoves planMoves,
            CleanupPlan moves,
            MoveFiles move,
            RecordCleanup recordMove,
            WriteReport report) {
        return new JobBuilder(Measurements.NAME, repository)
                .start(steps.once("find", find))
                .next(steps.<PlannedFile<MeasurementVersion>, Fetched<MeasurementVersion>>parallel(
                        "fetch", filesToFetch, fetch, recordFetched))
                .next(steps.<PlannedFile<MeasurementVersion>, ReadyMeasurements>inChunks(
                        "load", 1, filesToLoad(plan), read, store))
                .next(steps.once("balance", balance))
                .next(steps.once("plan-moves", planMoves))
                .next(steps.<CleanupFile, CleanedFile>inChunks("moves", 1, filesToMove(moves), move, recordMove))
                .next(steps.once("report", report))
                .build();
    }

    @Bean
    WorkQueue<PlannedFile<MeasurementVersion>> filesToFetch(MeasurementPlan plan) {
        return new WorkQueue<>(after -> plan.toFetch(RunContext.current().instance(), after));
    }

    private static WorkQueue<PlannedFile<MeasurementVersion>> filesToLoad(MeasurementPlan plan) {
        return new WorkQueue<>(after -> plan.fetchedByPath(RunContext.current().instance(), after));
    }

    private static WorkQueue<CleanupFile> filesToMove(CleanupPlan moves) {
        return new WorkQueue<>(after -> moves.toDo(RunContext.current().instance(), after));
    }
}
