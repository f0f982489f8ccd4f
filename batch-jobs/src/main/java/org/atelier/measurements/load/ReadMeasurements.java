package org.atelier.measurements.load;

import java.io.IOException;
import java.util.Objects;
import org.atelier.files.PlannedFile;
import org.atelier.files.RejectStore;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.run.Progress;
import org.atelier.run.step.RunContext;
import org.atelier.transfer.LandingArea;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Brings the rejects of a fetched file, before the transaction that stores it. Thread-safe. */
public final class ReadMeasurements implements ItemProcessor<PlannedFile<MeasurementVersion>, ReadyMeasurements> {

    private final RejectStore rejects;
    private final LandingArea landing;
    private final MeasurementsSettings settings;
    private final Progress progress;

    /** Takes what it needs. */
    public ReadMeasurements(
            RejectStore rejects, LandingArea landing, MeasurementsSettings settings, Progress progress) {
        this.rejects = rejects;
        this.landing = landing;
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public ReadyMeasurements process(PlannedFile<MeasurementVersion> file) throws IOException {
        progress.phase("storing points");
        MeasurementVersion version = Objects.requireNonNull(file.version(), "a fetched file");
        if (version.facts() == null || version.isRefused() || version.unfinished() != null) {
            return new ReadyMeasurements(file, null, null, null);
        }
        LandedPoints points = new LandedPoints(file, landing, settings);
        try {
            return new ReadyMeasurements(
                    file,
                    points,
                    RejectedCells.of(
                            file.id(),
                            points,
                            version.facts(),
                            rejects,
                            RunContext.current().execution()),
                    null);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                // The copy is sound.
                throw e;
            }
            return new ReadyMeasurements(file, null, null, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }
}
