package org.atelier.measurements.fetch;

import java.io.IOException;
import java.time.Instant;
import org.atelier.files.LineCounts;
import org.atelier.files.PlannedFile;
import org.atelier.files.ReadFetched;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.reject.RejectGuard;
import org.atelier.run.Progress;
import org.atelier.transfer.Landing;

/**
 * Reads a measurement file for its facts, before anything of it is stored. A refused file is a version as well; that it
 * is refused is no fault of the fetching. Thread-safe.
 */
public final class ReadMeasurementFile implements ReadFetched<MeasurementVersion> {

    private final VersionReader reader;
    private final Progress progress;
    private final RejectGuard guard;

    /** Takes what it needs. */
    public ReadMeasurementFile(VersionReader reader, Progress progress, RejectGuard guard) {
        this.reader = reader;
        this.progress = progress;
        this.guard = guard;
    }

    @Override
    public MeasurementVersion read(
            PlannedFile<MeasurementVersion> file, Landing landing, Instant firstDownload, boolean asListed)
            throws IOException {
        MeasurementVersion version = reader.read(file.path(), landing.content(), landing.file(), firstDownload);
        LineCounts counts = version.counts();
        progress.read(counts.lines(), counts.rejected());
        // A last line that an upload cut is no sign of bad data: the box sends it again.
        long cut = version.facts() == null ? 0 : version.facts().truncatedLines();
        guard.count(file.path(), counts.lines(), counts.rejected() - cut);
        return version;
    }
}
