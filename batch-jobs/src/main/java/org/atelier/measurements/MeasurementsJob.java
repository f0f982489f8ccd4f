package org.atelier.measurements;

import java.util.List;
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
import org.atelier.measurements.rebuild.BoxKey;
import org.atelier.measurements.rebuild.RebuildBox;
import org.atelier.measurements.rebuild.RebuildPlan;
import org.atelier.measurements.report.BalanceMeasurements;
import org.atelier.measurements.report.WriteReport;
import org.atelier.run.RunOptions;
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
 *   <li>{@code rebuild}: of a backfill, which looks at no source: store the days of a range again, box by box;
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
            WorkQueue<PlannedFile<MeasurementVersion>> filesToLoad,
            ReadMeasurements read,
            StoreMeasurements store,
            WorkQueue<BoxKey> boxesToRebuild,
            RebuildBox rebuild,
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
                        "load", 1, filesToLoad, read, store))
                .next(steps.<BoxKey, BoxKey>inChunks("rebuild", 1, boxesToRebuild, box -> box, rebuild))
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

    /** A run that stores days again loads no file by itself. */
    @Bean
    WorkQueue<PlannedFile<MeasurementVersion>> filesToLoad(MeasurementPlan plan, RunOptions options) {
        return new WorkQueue<>(after -> options.rebuild() == null
                ? plan.fetchedByPath(RunContext.current().instance(), after)
                : List.of());
    }

    @Bean
    WorkQueue<BoxKey> boxesToRebuild(RebuildPlan boxes, RunOptions options) {
        return new WorkQueue<>(after -> options.rebuild() == null
                ? List.of()
                : boxes.boxes(RunContext.current().instance(), after));
    }

    private static WorkQueue<CleanupFile> filesToMove(CleanupPlan moves) {
        return new WorkQueue<>(after -> moves.toDo(RunContext.current().instance(), after));
    }
}
