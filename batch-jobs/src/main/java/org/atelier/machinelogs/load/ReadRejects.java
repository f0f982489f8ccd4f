package org.atelier.machinelogs.load;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.atelier.files.LandedContent;
import org.atelier.files.PlannedFile;
import org.atelier.files.Reject;
import org.atelier.files.RejectStore;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.fetch.ScannedRejects;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.line.LineKind;
import org.atelier.machinelogs.line.LogFileReader;
import org.atelier.machinelogs.line.PlausibleTimes;
import org.atelier.run.step.RunContext;
import org.atelier.transfer.LandingArea;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Brings the rejected lines of a file that is to be marked as loaded: those that were met when it was read for its
 * facts, or else its landing copy is read once more. Before the transaction that marks it. Thread-safe.
 */
public final class ReadRejects implements ItemProcessor<PlannedFile<LogVersion>, ReadyFile> {

    private final RejectStore rejects;
    private final ScannedRejects scanned;
    private final LandingArea landing;
    private final EventDecoders decoders;
    private final ZoneId zone;

    /** Takes what it needs. */
    public ReadRejects(
            RejectStore rejects, ScannedRejects scanned, LandingArea landing, EventDecoders decoders, ZoneId zone) {
        this.rejects = rejects;
        this.scanned = scanned;
        this.landing = landing;
        this.decoders = decoders;
        this.zone = zone;
    }

    @Override
    public ReadyFile process(PlannedFile<LogVersion> file) throws IOException {
        LogVersion version = Objects.requireNonNull(file.version(), "a fetched file");
        if (file.duplicateOf() != null || version.counts().rejected() == 0) {
            return new ReadyFile(file, null, null);
        }
        try {
            long execution = RunContext.current().execution();
            return new ReadyFile(file, rejects.rows(file.id(), execution, each -> rejected(file, version, each)), null);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                // The copy is sound.
                throw e;
            }
            return new ReadyFile(file, null, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private void rejected(PlannedFile<LogVersion> file, LogVersion version, RejectStore.Consumer each)
            throws IOException {
        List<Reject> known = scanned.take(file.id(), version);
        if (known == null) {
            read(file.path(), version, each);
        } else {
            for (Reject reject : known) {
                each.accept(reject);
            }
        }
    }

    private void read(String path, LogVersion version, RejectStore.Consumer each) throws IOException {
        boolean held = version.counts().held() > 0;
        PlausibleTimes plausible = PlausibleTimes.of(version.modified(), version.downloadedAt(), zone);
        try (LogFileReader lines =
                new LogFileReader(LandedContent.open(landing, path, version.sha256()), plausible, decoders)) {
            while (lines.next()) {
                if (lines.kind() == LineKind.REJECTED && (lines.terminated() || !held)) {
                    each.accept(new Reject(
                            lines.lineNumber(),
                            lines.byteOffset(),
                            lines.reason().name(),
                            lines.raw()));
                }
            }
        }
    }
}
