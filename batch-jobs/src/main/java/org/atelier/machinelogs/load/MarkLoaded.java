package org.atelier.machinelogs.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.atelier.bulk.CopyRows;
import org.atelier.files.FailFile;
import org.atelier.files.PlannedFile;
import org.atelier.files.RejectStore;
import org.atelier.machinelogs.gate.JudgeFile;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.LogLedger;
import org.atelier.machinelogs.ledger.LogPlan;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.ledger.PlanOrder;
import org.atelier.run.BalanceException;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.sql.SqlStates;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Marks files as loaded once all their days are committed, judges them, and replaces their rejects in the same
 * transaction. A file with a failed day, or with rejects that cannot be kept, is marked failed instead, keeps its
 * version, and is tried again by the next run. Thread-safe.
 */
public final class MarkLoaded implements ItemWriter<ReadyFile> {

    private final LogLedger ledger;
    private final LogPlan files;
    private final FailFile<LogVersion> failing;
    private final DayPlan days;
    private final PlanOrder order;
    private final RejectStore rejects;
    private final JudgeFile gate;
    private final StepTransactions parts;

    /** Takes what it needs. */
    public MarkLoaded(
            LogLedger ledger,
            LogPlan files,
            DayPlan days,
            PlanOrder order,
            RejectStore rejects,
            JudgeFile gate,
            StepTransactions parts) {
        this.ledger = ledger;
        this.files = files;
        this.failing = new FailFile<>(ledger, files);
        this.days = days;
        this.order = order;
        this.rejects = rejects;
        this.gate = gate;
        this.parts = parts;
    }

    @Override
    public void write(Chunk<? extends ReadyFile> chunk) throws SQLException, IOException {
        RunContext run = RunContext.current();
        List<Long> keys =
                chunk.getItems().stream().<Long>map(ready -> ready.file().id()).toList();
        Set<Long> takenOver = order.takenOver(run.instance(), keys);
        Map<Long, String> failures = days.failuresOf(run.instance(), keys);
        for (ReadyFile each : chunk) {
            try (ReadyFile ready = each) {
                long key = ready.file().id();
                if (takenOver.contains(key)) {
                    // The run that planned it later marks it, with what it has judged or fetched since.
                    files.partial(run.instance(), key);
                } else {
                    mark(run, ready, failures.get(key));
                }
            }
        }
    }

    private void mark(RunContext run, ReadyFile ready, @Nullable String failure) throws SQLException, IOException {
        String cause = failure == null ? ready.unreadable() : failure;
        if (cause == null) {
            SQLException refused = parts.part(() -> load(run, ready));
            cause = refused == null ? null : "its rejected lines cannot be stored: " + SqlStates.sentence(refused);
        }
        if (cause != null) {
            failing.failInPart(run, ready.file(), cause);
        }
    }

    private void load(RunContext run, ReadyFile ready) throws SQLException, IOException {
        PlannedFile<LogVersion> file = ready.file();
        LogVersion version = Objects.requireNonNull(file.version(), "a fetched file");
        CopyRows rows = ready.rejects();
        if (rows == null) {
            rejects.clear(file.id());
        } else if (rows.rows() == version.counts().rejected()) {
            rejects.replace(file.id(), rows);
        } else {
            throw new BalanceException(file.path() + " does not balance: "
                    + version.counts().rejected() + " lines were rejected and " + rows.rows()
                    + " are kept as rejects");
        }
        ledger.loaded(file, version, run.execution());
        files.loaded(run.instance(), file.id());
        gate.judge(run, file, version);
    }
}
