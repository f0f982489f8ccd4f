package org.atelier.measurements.preview;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atelier.catalog.PreviewReport;
import org.atelier.files.LineCounts;
import org.atelier.files.ShrunkFile;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.fetch.VersionReader;
import org.atelier.measurements.find.WaitingFiles;
import org.atelier.measurements.ledger.MeasurementFacts;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.run.RunSummary;
import org.atelier.transfer.LandedFile;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.RemoteConnections;
import org.atelier.transfer.RemoteRetry;
import org.jspecify.annotations.Nullable;

/** Fetches files into a scratch directory and reads them. Not thread-safe; holds connections. */
final class FilePreview implements Closeable {

    private static final List<String> COLUMNS =
            List.of("file", "status", "format", "structure", "rows", "points", "first", "last", "reason");

    private final LandingArea scratch;
    private final VersionReader reader;
    private final Clock clock;
    private final RemoteConnections connections = new RemoteConnections(RemoteRetry.standard());
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private LineCounts lines = LineCounts.NONE;
    private long points;
    private long loaded;
    private long uploading;
    private long failed;

    FilePreview(MeasurementsSettings settings, Path directory, Clock clock) {
        this.scratch = new LandingArea(directory);
        this.reader = new VersionReader(settings, clock);
        this.clock = clock;
    }

    void add(WaitingFiles.Waiting file) {
        if (file.fault() != null) {
            count(file.busy());
            rows.add(refused(file.path(), file.busy() ? "uploading" : "error", file.fault()));
            return;
        }
        try {
            LandedFile landed = connections.use(file.source(), remote -> scratch.land(remote, file.path(), clock));
            ShrunkFile.refuse(file.size(), landed);
            add(file.path(), reader.read(file.path(), scratch.open(landed.sha256()), landed, landed.downloadedAt()));
            scratch.remove(landed.sha256());
        } catch (IOException e) {
            failed++;
            rows.add(refused(file.path(), "error", Objects.requireNonNullElse(e.getMessage(), e.toString())));
        }
    }

    private void add(String path, MeasurementVersion version) {
        MeasurementFacts facts = version.facts();
        if (version.unfinished() != null) {
            count(true);
            rows.add(refused(path, "uploading", version.unfinished()));
        } else if (facts == null) {
            count(false);
            rows.add(refused(path, "error", String.valueOf(version.refusal())));
        } else {
            loaded++;
            lines = lines.plus(version.counts());
            points += facts.points();
            rows.add(Arrays.asList(
                    path,
                    "success",
                    facts.format(),
                    facts.structure(),
                    version.counts().used(),
                    facts.points(),
                    facts.first(),
                    facts.last(),
                    null));
        }
    }

    private void count(boolean busy) {
        if (busy) {
            uploading++;
        } else {
            failed++;
        }
    }

    private static List<@Nullable Object> refused(String path, String status, String reason) {
        return Arrays.asList(path, status, null, null, null, null, null, null, reason);
    }

    PreviewReport report(long found, List<String> problems) {
        Map<String, Long> files = new LinkedHashMap<>();
        files.put("found", found);
        files.put("taken", loaded + uploading + failed);
        files.put("loaded", loaded);
        files.put("uploading", uploading);
        files.put("failed", failed);
        Map<String, Long> ofLines = new LinkedHashMap<>();
        ofLines.put("read", lines.lines());
        ofLines.put("used", lines.used());
        ofLines.put("blank", lines.blank());
        ofLines.put("rejected", lines.rejected());
        Map<String, Map<String, Long>> figures = new LinkedHashMap<>();
        figures.put("files", files);
        figures.put("lines", ofLines);
        figures.put("points", new LinkedHashMap<>(Map.of("read", points)));
        long work = loaded + failed;
        RunSummary summary =
                new RunSummary(figures, problems, lines.rejected(), failed + problems.size(), work, work == 0);
        return new PreviewReport(summary, "measurement_files", COLUMNS, rows);
    }

    @Override
    public void close() {
        connections.close();
    }
}
