package org.atelier.measurements.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import org.atelier.bulk.CopyRows;
import org.atelier.files.FailFile;
import org.atelier.files.FileLedger;
import org.atelier.files.PlannedFile;
import org.atelier.files.RejectStore;
import org.atelier.files.StorableText;
import org.atelier.measurements.ledger.MeasurementFacts;
import org.atelier.measurements.ledger.MeasurementPlan;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.measurements.sink.MeasurementSink;
import org.atelier.measurements.sink.Stored;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.sql.SqlStates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Stores a file as a whole: its points, its rejects and its place in the ledger are one transaction. A file that is
 * refused, or that the database does not take, fails alone; one whose upload goes on is left. Thread-safe.
 */
public final class StoreMeasurements implements ItemWriter<ReadyMeasurements> {

    private static final Logger LOG = LoggerFactory.getLogger(StoreMeasurements.class);

    private final FileLedger<MeasurementVersion> ledger;
    private final MeasurementPlan plan;
    private final FailFile<MeasurementVersion> failing;
    private final RejectStore rejects;
    private final MeasurementSink sink;
    private final StepTransactions parts;

    /** Takes what it needs. */
    public StoreMeasurements(
            FileLedger<MeasurementVersion> ledger,
            MeasurementPlan plan,
            RejectStore rejects,
            MeasurementSink sink,
            StepTransactions parts) {
        this.ledger = ledger;
        this.plan = plan;
        this.failing = new FailFile<>(ledger, plan);
        this.rejects = rejects;
        this.sink = sink;
        this.parts = parts;
    }

    @Override
    public void write(Chunk<? extends ReadyMeasurements> chunk) throws SQLException, IOException {
        for (ReadyMeasurements each : chunk) {
            try (ReadyMeasurements ready = each) {
                settle(RunContext.current(), ready);
            }
        }
    }

    private void settle(RunContext run, ReadyMeasurements ready) throws SQLException, IOException {
        PlannedFile<MeasurementVersion> file = ready.file();
        MeasurementVersion version = Objects.requireNonNull(file.version(), "a fetched file");
        String unfinished = version.unfinished();
        if (unfinished != null) {
            LOG.atInfo().addKeyValue("file", file.path()).log("{} is left: {}", file.path(), unfinished);
            ledger.leave(file, version, unfinished, run.execution());
            plan.left(run.instance(), file.id(), unfinished);
            return;
        }
        if (ready.deferred() != null) {
            defer(run, file, version, ready.deferred());
            return;
        }
        String cause = version.isRefused() ? version.refusal() : ready.unreadable();
        if (cause == null) {
            cause = store(run, ready, version);
        }
        if (cause != null) {
            if (version.isRefused()) {
                plan.fetched(run.instance(), file.id(), version);
            }
            failing.failInPart(run, file, cause);
        }
    }

    /** A file that a server did not take because it is gone waits for the next run, however often. */
    private void defer(RunContext run, PlannedFile<MeasurementVersion> file, MeasurementVersion version, String why) {
        String cause = StorableText.of("deferred: " + why);
        LOG.atWarn().addKeyValue("file", file.path()).log("{} is {}", file.path(), cause);
        ledger.leave(file, version.left(cause), cause, run.execution());
        plan.failed(run.instance(), file.id(), cause);
    }

    private @Nullable String store(RunContext run, ReadyMeasurements ready, MeasurementVersion version)
            throws SQLException, IOException {
        SQLException refused = parts.part(() -> load(run, ready, version));
        return refused == null ? null : "its points cannot be stored: " + SqlStates.sentence(refused);
    }

    private void load(RunContext run, ReadyMeasurements ready, MeasurementVersion version)
            throws SQLException, IOException {
        PlannedFile<MeasurementVersion> file = ready.file();
        LandedPoints points = Objects.requireNonNull(ready.points(), "a file that can be read");
        MeasurementFacts facts = Objects.requireNonNull(version.facts(), "a file that can be read");
        Stored stored = sink.write(points);
        CopyRows rows = ready.rejects();
        if (rows == null) {
            rejects.clear(file.id());
        } else {
            rejects.replace(file.id(), rows);
        }
        ledger.loaded(file, version, run.execution());
        plan.stored(run.instance(), file.id(), stored.points(), stored.written(), ready.inInflux());
        plan.loaded(run.instance(), file.id());
        LOG.atInfo()
                .addKeyValue("file", file.path())
                .log(
                        "Processing: {} Bucket: {} Campaign: {} File format: {} Points created: {} (distinct: {}, written:"
                                + " {})",
                        file.path(),
                        points.bucket(),
                        points.campaign(),
                        facts.format(),
                        facts.points(),
                        stored.points(),
                        stored.written());
    }
}
