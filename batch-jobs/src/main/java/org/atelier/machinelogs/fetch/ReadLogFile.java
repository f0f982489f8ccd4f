package org.atelier.machinelogs.fetch;

import java.io.IOException;
import java.time.Instant;
import org.atelier.files.PlannedFile;
import org.atelier.files.ReadFetched;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.ledger.CentreCodes;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.line.PlausibleTimes;
import org.atelier.reject.RejectGuard;
import org.atelier.run.Progress;
import org.atelier.transfer.Landing;

/** Reads a log file for its facts: its days, what became of its lines, and its rejects. Thread-safe. */
public final class ReadLogFile implements ReadFetched<LogVersion> {

    private final MachineLogSettings settings;
    private final FileScanner scanner;
    private final ScannedRejects rejects;
    private final CentreCodes codes;
    private final Progress progress;
    private final RejectGuard guard;

    /** Takes what it needs. */
    public ReadLogFile(
            MachineLogSettings settings,
            FileScanner scanner,
            ScannedRejects rejects,
            CentreCodes codes,
            Progress progress,
            RejectGuard guard) {
        this.settings = settings;
        this.scanner = scanner;
        this.rejects = rejects;
        this.codes = codes;
        this.progress = progress;
        this.guard = guard;
    }

    @Override
    public LogVersion read(PlannedFile<LogVersion> file, Landing landing, Instant firstDownload, boolean asListed)
            throws IOException {
        PlausibleTimes plausible = PlausibleTimes.of(landing.file().modified(), firstDownload, settings.timeZone());
        ScannedRejects.OfFile rejected = new ScannedRejects.OfFile();
        FileScan scan = scanner.scan(
                landing.content(),
                plausible,
                settings.dayRule(codes.code(file.groupId())),
                !(file.stable() && asListed),
                rejected);
        progress.read(scan.counts().lines(), scan.counts().rejected());
        guard.count(file.path(), scan.counts().lines(), scan.counts().rejected());
        LogVersion version = scan.versionOf(landing.file(), firstDownload);
        rejects.keep(file.id(), version, rejected);
        return version;
    }
}
