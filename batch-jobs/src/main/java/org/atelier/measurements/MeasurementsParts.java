package org.atelier.measurements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.atelier.bulk.BulkCopy;
import org.atelier.files.DirectoryReports;
import org.atelier.files.FetchFile;
import org.atelier.files.FileLedger;
import org.atelier.files.RecordFetched;
import org.atelier.files.RejectStore;
import org.atelier.files.afterload.CleanupPlan;
import org.atelier.files.afterload.RecordCleanup;
import org.atelier.measurements.catalogue.PublishChannels;
import org.atelier.measurements.fetch.ReadMeasurementFile;
import org.atelier.measurements.fetch.VersionReader;
import org.atelier.measurements.find.FindMeasurementFiles;
import org.atelier.measurements.find.MeasurementFinder;
import org.atelier.measurements.find.NoteMeasurementFiles;
import org.atelier.measurements.ledger.MeasurementFiles;
import org.atelier.measurements.ledger.MeasurementPlan;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.measurements.load.ReadMeasurements;
import org.atelier.measurements.load.SendPoints;
import org.atelier.measurements.load.StoreMeasurements;
import org.atelier.measurements.move.MoveFiles;
import org.atelier.measurements.move.PlanMoves;
import org.atelier.measurements.rebuild.ReadCopies;
import org.atelier.measurements.rebuild.RebuildBox;
import org.atelier.measurements.rebuild.RebuildPlan;
import org.atelier.measurements.report.BalanceMeasurements;
import org.atelier.measurements.report.MeasurementFigures;
import org.atelier.measurements.report.WriteReport;
import org.atelier.measurements.sink.CountPoints;
import org.atelier.measurements.sink.MeasurementSink;
import org.atelier.measurements.sink.PostgresSink;
import org.atelier.measurements.sink.ReplaceDays;
import org.atelier.reject.RejectGuard;
import org.atelier.reject.RejectLimits;
import org.atelier.run.Progress;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.RemoteConnections;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that {@link MeasurementsJob} is put together from; here are those that are told a setting. */
@Configuration(proxyBeanMethods = false)
@Import({
    BalanceMeasurements.class,
    DirectoryReports.class,
    FindMeasurementFiles.class,
    FindMeasurementFiles.Needs.class,
    MeasurementFigures.class,
    MeasurementFinder.class,
    MeasurementPlan.class,
    MoveFiles.class,
    NoteMeasurementFiles.class,
    PlanMoves.class,
    PublishChannels.class,
    ReadMeasurementFile.class,
    ReadCopies.class,
    ReadMeasurements.class,
    RebuildBox.class,
    RebuildBox.Needs.class,
    RebuildPlan.class,
    RecordCleanup.class,
    RejectStore.class,
    RemoteConnections.class,
    ReplaceDays.class,
    SendPoints.class,
    StoreMeasurements.class,
    VersionReader.class,
    WriteReport.class
})
class MeasurementsParts {

    @Bean
    LandingArea landingArea(MeasurementsSettings settings) {
        return new LandingArea(settings.landing());
    }

    /** Where rows go that do not fit into memory: on the landing area's disk, not in a small {@code /tmp}. */
    @Bean
    Path spillDirectory(MeasurementsSettings settings) throws IOException {
        return Files.createDirectories(settings.landing().resolve("incoming"));
    }

    /** Points that go to a server alone were sent before; all of them count as stored. */
    @Bean
    MeasurementSink measurementSink(MeasurementsSettings settings, Jdbi jdbi, BulkCopy bulk, Path spillDirectory) {
        return settings.sinks().contains(MeasurementsSettings.Sink.POSTGRESQL)
                ? new PostgresSink(jdbi, bulk, spillDirectory)
                : new CountPoints();
    }

    @Bean
    FileLedger<MeasurementVersion> fileLedger(Jdbi jdbi) {
        return new FileLedger<>(jdbi, new MeasurementFiles());
    }

    @Bean
    CleanupPlan cleanupPlan(Jdbi jdbi) {
        return new CleanupPlan(jdbi, new MeasurementFiles());
    }

    @Bean
    RejectGuard rejectGuard(RejectLimits limits, MeasurementPlan plan) {
        return new RejectGuard(
                limits, Measurements.UNIT, () -> plan.read(RunContext.current().instance()));
    }

    @Bean
    FetchFile<MeasurementVersion> fetchFile(
            MeasurementsSettings settings,
            RemoteConnections connections,
            LandingArea landing,
            FileLedger<MeasurementVersion> ledger,
            ReadMeasurementFile reading,
            Progress progress,
            Clock clock) {
        return new FetchFile<>(settings.sources(), connections, landing, ledger, reading, progress, clock);
    }

    @Bean
    RecordFetched<MeasurementVersion> recordFetched(
            MeasurementPlan plan, FileLedger<MeasurementVersion> ledger, StepTransactions parts) {
        return new RecordFetched<>(plan, ledger, parts);
    }
}
