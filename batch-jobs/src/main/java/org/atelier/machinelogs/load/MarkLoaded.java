package org.atelier.machinelogs.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.fetch.LandedContent;
import org.atelier.machinelogs.fetch.ScannedRejects;
import org.atelier.machinelogs.gate.JudgeFile;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.FailFile;
import org.atelier.machinelogs.ledger.FileLedger;
import org.atelier.machinelogs.ledger.FilePlan;
import org.atelier.machinelogs.ledger.FileVersion;
import org.atelier.machinelogs.ledger.PlanOrder;
import org.atelier.machinelogs.ledger.PlannedFile;
import org.atelier.machinelogs.line.LineKind;
import org.atelier.machinelogs.line.LogFileReader;
import org.atelier.machinelogs.line.PlausibleTimes;
import org.atelier.reject.Reject;
import org.atelier.reject.RejectStore;
import org.atelier.run.BalanceException;
import org.atelier.run.RunContext;
import org.atelier.transfer.LandingArea;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Marks files as loaded once all their days are committed, judges them, and replaces their rejects in the same
 * transaction. A file with a failed day is marked failed instead and is tried again by the next run. Thread-safe.
 */
public final class MarkLoaded implements ItemWriter<PlannedFile> {

    private final FileLedger ledger;
    private final FilePlan files;
    private final FailFile failing;
    private final DayPlan days;
    private final PlanOrder order;
    private final RejectStore rejects;
    private final ScannedRejects scanned;
    private final JudgeFile gate;
    private final LandingArea landing;
    private final EventDecoders decoders;
    private final ZoneId zone;

    /** Takes what it needs. */
    public MarkLoaded(
            FileLedger ledger,
            FilePlan files,
            DayPlan days,
            PlanOrder order,
            RejectStore rejects,
            ScannedRejects scanned,
            JudgeFile gate,
            LandingArea landing,
            EventDecoders decoders,
            ZoneId zone) {
        this.ledger = ledger;
        this.files = files;
        this.failing = new FailFile(ledger, files);
        this.days = days;
        this.order = order;
        this.rejects = rejects;
        this.scanned = scanned;
        this.gate = gate;
        this.landing = landing;
        this.decoders = decoders;
        this.zone = zone;
    }

    @Override
    public void write(Chunk<? extends PlannedFile> chunk) throws SQLException, IOException {
        RunContext run = RunContext.current();
        List<Long> keys = chunk.getItems().stream().<Long>map(PlannedFile::id).toList();
        Set<Long> takenOver = order.takenOver(run.instance(), keys);
        Map<Long, String> failures = days.failuresOf(run.instance(), keys);
        for (PlannedFile file : chunk) {
            if (takenOver.contains(file.id())) {
                // The run that planned it later marks it, with what it has judged or fetched since.
                files.partial(run.instance(), file.id());
                continue;
            }
            String cause = failures.get(file.id());
            if (cause == null) {
                cause = load(run, file);
            }
            if (cause != null) {
                failing.fail(run, file.id(), file.path(), cause);
            }
        }
    }

    /** Gives the cause when its rejects cannot be read. */
    private @Nullable String load(RunContext run, PlannedFile file) throws SQLException {
        try {
            mark(run, file);
            return null;
        } catch (IOException e) {
            return Objects.requireNonNullElse(e.getMessage(), e.toString());
        }
    }

    private void mark(RunContext run, PlannedFile file) throws SQLException, IOException {
        FileVersion version = Objects.requireNonNull(file.version(), "a fetched file");
        if (file.duplicateOf() == null && version.counts().rejected() > 0) {
            long kept = rejects.replace(file.id(), run.execution(), each -> rejected(file, version, each));
            if (kept != version.counts().rejected()) {
                throw new BalanceException(file.path() + " does not balance: "
                        + version.counts().rejected() + " lines were rejected and " + kept + " are kept as rejects");
            }
        } else {
            rejects.clear(file.id());
        }
        ledger.loaded(file, version, run.execution());
        files.loaded(run.instance(), file.id());
        gate.judge(run, file, version);
    }

    private void rejected(PlannedFile file, FileVersion version, RejectStore.Consumer each) throws IOException {
        List<Reject> known = scanned.take(file.id(), version);
        if (known == null) {
            read(file.path(), version, each);
        } else {
            for (Reject reject : known) {
                each.accept(reject);
            }
        }
    }

    private void read(String path, FileVersion version, RejectStore.Consumer each) throws IOException {
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
