package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.atelier.files.LandedContent;
import org.atelier.files.LedgerFile;
import org.atelier.machinelogs.fetch.FileScan;
import org.atelier.machinelogs.fetch.FileScanner;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.line.PlausibleTimes;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.atelier.transfer.Contents;

/**
 * Reads files again whose days were assigned by another day start than the one in force: by their old days, events that
 * belong to other days now would be built into none. Writes nothing. Not thread-safe.
 */
public final class ReassignDays {

    private final Contents landing;
    private final FileScanner scanner;
    private final ZoneId zone;
    private final Readings readings;

    /**
     * @param landing where the files' contents are
     * @param scanner reads them
     * @param zone the plant's
     * @param readings of the plan that it reads for
     */
    public ReassignDays(Contents landing, FileScanner scanner, ZoneId zone, Readings readings) {
        this.readings = readings;
        this.landing = landing;
        this.scanner = scanner;
        this.zone = zone;
    }

    /**
     * The files with days by the rule in force.
     *
     * @param files all that were given; one that cannot be read has every day that it may have events of
     * @param before those that were read again, as they were, by key
     * @param unreadable why, by key of a file whose copy is missing or damaged
     */
    public record Reassigned(
            List<LedgerFile<LogVersion>> files,
            Map<Long, LedgerFile<LogVersion>> before,
            Map<Long, String> unreadable) {}

    /**
     * Assigns the days of a centre's loaded files.
     *
     * @param sealed days that are never built again: a file that has no other is left as it is, its copy was purged
     * @throws IOException when the thread was interrupted
     */
    public Reassigned of(List<LedgerFile<LogVersion>> loaded, ProductionDayRule rule, Set<LocalDate> sealed)
            throws IOException {
        Reassigned result = new Reassigned(new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
        for (LedgerFile<LogVersion> file : loaded) {
            LogVersion version = Objects.requireNonNull(file.loaded(), "a loaded file");
            boolean stays = file.duplicateOf() != null || version.hasDaysBy(rule) || sealed.containsAll(version.days());
            result.files().add(stays ? file : file.with(reassign(file, version, rule, result)));
        }
        return result;
    }

    private LogVersion reassign(
            LedgerFile<LogVersion> file, LogVersion version, ProductionDayRule rule, Reassigned result)
            throws IOException {
        try {
            LogVersion reassigned = of(file.path(), version, rule);
            result.before().put(file.id(), file);
            return reassigned;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                // The copy is sound.
                throw e;
            }
            result.unreadable().put(file.id(), Objects.requireNonNullElse(e.getMessage(), e.toString()));
            return version.atMost();
        }
    }

    /**
     * One version with days by the rule.
     *
     * @param path {@code directory/file}, for people
     * @throws IOException when its copy is missing or damaged
     */
    public LogVersion of(String path, LogVersion version, ProductionDayRule rule) throws IOException {
        PlausibleTimes plausible = PlausibleTimes.of(version.modified(), version.downloadedAt(), zone);
        boolean held = version.counts().held() > 0;
        FileScan scan = readings.of(
                new Readings.OfFile(path, version.sha256(), plausible, rule, held),
                FileScan.class,
                () -> scanner.scan(LandedContent.open(landing, path, version.sha256()), plausible, rule, held));
        return scan.versionOf(version);
    }
}
