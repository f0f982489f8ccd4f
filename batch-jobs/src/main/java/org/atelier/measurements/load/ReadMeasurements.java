package org.atelier.measurements.load;

import java.io.IOException;
import java.util.Objects;
import org.atelier.bulk.CopyRows;
import org.atelier.files.PlannedFile;
import org.atelier.files.RejectStore;
import org.atelier.files.StorableText;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.influx.InfluxRefusedException;
import org.atelier.measurements.influx.Sent;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.run.Progress;
import org.atelier.run.step.RunContext;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.UnreachableException;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Sends the points of a fetched file to a server, where one is named, and brings its rejects, before the transaction
 * that stores it. Thread-safe.
 */
public final class ReadMeasurements implements ItemProcessor<PlannedFile<MeasurementVersion>, ReadyMeasurements> {

    private final RejectStore rejects;
    private final LandingArea landing;
    private final MeasurementsSettings settings;
    private final Progress progress;
    private final SendPoints sending;

    /** Takes what it needs. */
    public ReadMeasurements(
            RejectStore rejects,
            LandingArea landing,
            MeasurementsSettings settings,
            Progress progress,
            SendPoints sending) {
        this.rejects = rejects;
        this.landing = landing;
        this.settings = settings;
        this.progress = progress;
        this.sending = sending;
    }

    @Override
    public ReadyMeasurements process(PlannedFile<MeasurementVersion> file) throws IOException {
        progress.phase("storing points");
        MeasurementVersion version = Objects.requireNonNull(file.version(), "a fetched file");
        if (version.facts() == null || version.isRefused() || version.unfinished() != null) {
            return new ReadyMeasurements(file, null, null, null, null, null);
        }
        LandedPoints points = new LandedPoints(file, landing, settings);
        try {
            Sent sent = sending.send(points);
            CopyRows rows = RejectedCells.of(
                    file.id(),
                    points,
                    version.facts(),
                    rejects,
                    RunContext.current().execution(),
                    sent.refused());
            return new ReadyMeasurements(file, points, rows, null, null, sent.stored());
        } catch (UnreachableException e) {
            return new ReadyMeasurements(file, null, null, null, String.valueOf(e.getMessage()), null);
        } catch (InfluxRefusedException e) {
            PlannedFile<MeasurementVersion> without =
                    file.with(version.refused(StorableText.of(String.valueOf(e.getMessage()))));
            return new ReadyMeasurements(without, null, null, null, null, null);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                // The copy is sound.
                throw e;
            }
            return new ReadyMeasurements(
                    file, null, null, Objects.requireNonNullElse(e.getMessage(), e.toString()), null, null);
        }
    }
}
