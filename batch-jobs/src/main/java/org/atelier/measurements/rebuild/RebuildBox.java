package org.atelier.measurements.rebuild;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.atelier.bulk.CopyRows;
import org.atelier.files.FileLedger;
import org.atelier.files.PlannedFile;
import org.atelier.files.RejectStore;
import org.atelier.measurements.ledger.MeasurementFacts;
import org.atelier.measurements.ledger.MeasurementPlan;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.measurements.load.RejectedCells;
import org.atelier.measurements.sink.ReplaceDays;
import org.atelier.run.DayRange;
import org.atelier.run.Progress;
import org.atelier.run.Rebuild;
import org.atelier.run.RunOptions;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.sql.SqlStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Makes the days of a range anew for one box, by the settings of now, in one transaction: nobody sees half of it. A box
 * of which any copy is missing stays as it is, for what that file gave could not be given again. Thread-safe.
 */
public final class RebuildBox implements ItemWriter<BoxKey> {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildBox.class);

    private final RebuildPlan boxes;
    private final MeasurementPlan plan;
    private final FileLedger<MeasurementVersion> ledger;
    private final RejectStore rejects;
    private final ReadCopies copies;
    private final ReplaceDays days;
    private final Needs needs;

    /** What it needs of the engine. */
    public record Needs(RunOptions options, StepTransactions parts, Progress progress) {}

    /** Takes what it needs. */
    public RebuildBox(
            RebuildPlan boxes,
            MeasurementPlan plan,
            FileLedger<MeasurementVersion> ledger,
            RejectStore rejects,
            ReadCopies copies,
            ReplaceDays days,
            Needs needs) {
        this.boxes = boxes;
        this.plan = plan;
        this.ledger = ledger;
        this.rejects = rejects;
        this.copies = copies;
        this.days = days;
        this.needs = needs;
    }

    @Override
    public void write(Chunk<? extends BoxKey> chunk) throws SQLException, IOException {
        for (BoxKey box : chunk) {
            needs.progress().phase("storing days again");
            rebuild(RunContext.current(), box);
        }
    }

    private void rebuild(RunContext run, BoxKey box) throws SQLException, IOException {
        List<PlannedFile<MeasurementVersion>> files = boxes.filesOf(run.instance(), box);
        List<ReadCopies.Copy> read = new ArrayList<>();
        try {
            for (PlannedFile<MeasurementVersion> file : files) {
                read.add(copies.read(file));
            }
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            leave(run, box, files, Objects.requireNonNullElse(e.getMessage(), e.toString()));
            return;
        }
        SQLException refused = needs.parts().part(() -> store(run, box, read));
        if (refused != null) {
            leave(run, box, files, "its points cannot be stored: " + SqlStates.sentence(refused));
        }
        files.forEach(file -> needs.progress().done(file.size()));
    }

    /** The ledger keeps what is loaded. */
    private void leave(RunContext run, BoxKey box, List<PlannedFile<MeasurementVersion>> files, String cause) {
        LOG.error("The days of box {} are left as they are: {}", box, cause);
        files.forEach(file -> plan.failed(run.instance(), file.id(), "its box is left as it is: " + cause));
    }

    private void store(RunContext run, BoxKey box, List<ReadCopies.Copy> read) throws SQLException, IOException {
        DayRange range = Objects.requireNonNull(needs.options().days(), "days are stored again of a range");
        long written = days.replace(
                new ReplaceDays.Box(box.company(), box.campaign(), box.master()),
                read.stream()
                        .filter(copy -> copy.points() != null)
                        .map(copy -> new ReplaceDays.BoxFile(Objects.requireNonNull(copy.points()), copy.channels()))
                        .toList(),
                range,
                needs.options().rebuild() == Rebuild.MISSING);
        LOG.info("Box {}: {} files read again, {} rows written or taken away", box, read.size(), written);
        for (ReadCopies.Copy copy : read) {
            settle(run, copy, written);
            // They are told once.
            written = 0;
        }
    }

    private void settle(RunContext run, ReadCopies.Copy copy, long written) throws SQLException, IOException {
        PlannedFile<MeasurementVersion> file = copy.file();
        MeasurementVersion version = Objects.requireNonNull(file.version(), "a file that was read");
        MeasurementFacts facts = version.facts();
        if (copy.points() == null || facts == null) {
            // The ledger keeps the days that it had, for whoever changes the settings back.
            LOG.warn("{} gives nothing by the settings of now: {}", file.path(), version.refusal());
            plan.failed(run.instance(), file.id(), "by the settings of now: " + version.refusal());
            return;
        }
        plan.fetched(run.instance(), file.id(), version);
        try (CopyRows rows = RejectedCells.of(file.id(), copy.points(), facts, rejects, run.execution(), List.of())) {
            rejects.replace(file.id(), rows);
        }
        ledger.readAgain(file, version, run.execution());
        plan.stored(run.instance(), file.id(), facts.points(), written, null);
        plan.loaded(run.instance(), file.id());
    }
}
