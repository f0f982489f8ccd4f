package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.atelier.files.LandedContent;
import org.atelier.files.LedgerFile;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.fetch.FileScan;
import org.atelier.machinelogs.fetch.FileScanner;
import org.atelier.machinelogs.ledger.CentreCodes;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.line.PlausibleTimes;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.atelier.transfer.LandingArea;

/** Reads a file from the landing area once more: one that repeated another file and now stands for itself. */
public final class Rescan {

    private final LandingArea landing;
    private final FileScanner scanner;
    private final MachineLogSettings settings;
    private final CentreCodes codes;
    private final Clock clock;
    private final Readings readings;

    /** @param readings of the plan that it reads for */
    public Rescan(
            LandingArea landing,
            FileScanner scanner,
            MachineLogSettings settings,
            CentreCodes codes,
            Clock clock,
            Readings readings) {
        this.readings = readings;
        this.landing = landing;
        this.scanner = scanner;
        this.settings = settings;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * The loaded version with its days and line counts.
     *
     * @throws IOException when its copy is missing or damaged
     */
    LogVersion scan(LedgerFile<LogVersion> file) throws IOException {
        LogVersion version = Objects.requireNonNull(file.loaded(), "a loaded file");
        PlausibleTimes plausible = PlausibleTimes.of(version.modified(), version.downloadedAt(), settings.timeZone());
        ProductionDayRule rule = settings.dayRule(codes.code(file.groupId()));
        boolean hold = !file.settled(clock.instant(), settings.settle());
        FileScan scan = readings.of(
                new Readings.OfFile(file.path(), version.sha256(), plausible, rule, hold),
                FileScan.class,
                () -> scanner.scan(LandedContent.open(landing, file.path(), version.sha256()), plausible, rule, hold));
        return scan.versionOf(version);
    }
}
