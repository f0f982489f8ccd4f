package org.atelier.machinelogs.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.atelier.files.PlannedFile;
import org.atelier.machinelogs.gate.JudgeFile;
import org.atelier.machinelogs.ledger.LogLedger;
import org.atelier.machinelogs.ledger.LogPlan;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.run.step.RunContext;

/** Leaves files that have days outside the range to the next run, and keeps what this run writes of them. */
final class FilesInPart {

    private final LogLedger ledger;
    private final LogPlan files;
    private final JudgeFile gate;
    private final DaysInRange range;

    FilesInPart(LogLedger ledger, LogPlan files, JudgeFile gate, DaysInRange range) {
        this.ledger = ledger;
        this.files = files;
        this.gate = gate;
        this.range = range;
    }

    /** Marks the centre's fetched files that this run writes in part only; returns their keys. */
    Set<Long> leave(RunContext run, long centre) {
        Set<Long> inPart = new HashSet<>();
        if (range.range() == null) {
            return inPart;
        }
        for (PlannedFile<LogVersion> file : files.fetchedOf(run.instance(), centre)) {
            if (range.leavesOut(days(file))) {
                inPart.add(file.id());
                files.partial(run.instance(), file.id());
                LogVersion version = Objects.requireNonNull(file.version());
                ledger.partial(file, version, run.execution());
                // With a clock that is wrong all its days may lie outside of every range that is asked for.
                gate.judge(run, file, version);
            }
        }
        return inPart;
    }

    /** The days it has events of, and those it had: they lose theirs. */
    private Set<LocalDate> days(PlannedFile<LogVersion> file) {
        Set<LocalDate> days = new HashSet<>(ledger.daysBuiltFrom(List.of(file.id())));
        LogVersion version = Objects.requireNonNull(file.version());
        if (file.duplicateOf() == null) {
            days.addAll(version.days());
        }
        return days;
    }
}
