package org.atelier.measurements.find;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.atelier.files.DirectoryReport;
import org.atelier.files.DirectoryReports;
import org.atelier.files.FailFile;
import org.atelier.files.FileLedger;
import org.atelier.files.FileLook;
import org.atelier.files.LedgerFile;
import org.atelier.files.Taking;
import org.atelier.measurements.ledger.MeasurementPlan;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.measurements.rebuild.RebuildPlan;
import org.atelier.run.Progress;
import org.atelier.run.RunOptions;
import org.atelier.run.step.RunContext;
import org.jspecify.annotations.Nullable;

/** Notes the files of a folder in the ledger, and which of them a run takes. Takes part in the open transaction. */
public final class NoteMeasurementFiles {

    private final FileLedger<MeasurementVersion> ledger;
    private final MeasurementPlan plan;
    private final FailFile<MeasurementVersion> failing;
    private final DirectoryReports reports;
    private final RunOptions options;
    private final Progress progress;

    /** Takes the places that are written to. */
    public NoteMeasurementFiles(
            FileLedger<MeasurementVersion> ledger,
            MeasurementPlan plan,
            DirectoryReports reports,
            RunOptions options,
            Progress progress) {
        this.ledger = ledger;
        this.plan = plan;
        this.failing = new FailFile<>(ledger, plan);
        this.reports = reports;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Notes a folder.
     *
     * @param left how many files the run may still take
     * @return how many of them it takes
     */
    int note(FoundFolder folder, Instant now, int left) {
        List<String> paths = folder.files().stream().map(FoundTsv::path).toList();
        ledger.returned(folder.source(), paths);
        Map<String, LedgerFile<MeasurementVersion>> known = ledger.known(folder.source(), paths);
        Set<String> moved = ledger.movedTo(folder.source(), paths);
        List<FoundTsv> taken = new ArrayList<>();
        List<FileLook> looks = new ArrayList<>();
        int unchanged = 0;
        for (FoundTsv file : folder.files()) {
            LedgerFile<MeasurementVersion> before = known.get(file.path());
            if (moved.contains(file.path())) {
                unchanged++;
                continue;
            }
            if (before == null || !before.looksLike(file.size(), file.modified())) {
                looks.add(new FileLook(file.path(), file.size(), file.modified()));
            }
            if (!isTaken(file, before, now)) {
                unchanged++;
            } else if (taken.size() < left) {
                taken.add(file);
            }
        }
        ledger.look(folder.source(), 0, looks, now);
        take(folder.source(), taken);
        reports.save(RunContext.current().instance(), report(folder, unchanged));
        return taken.size();
    }

    /** Takes files again with the content that was loaded. */
    void again(List<RebuildPlan.Known> files) {
        long run = RunContext.current().instance();
        Map<String, List<String>> bySource = files.stream()
                .collect(Collectors.groupingBy(
                        RebuildPlan.Known::source, Collectors.mapping(RebuildPlan.Known::chemin, Collectors.toList())));
        bySource.forEach((source, paths) -> ledger.known(source, paths).values().forEach(file -> {
            plan.revisit(run, file.id(), Objects.requireNonNull(file.loaded(), "a loaded file"));
            progress.planned(file.loaded().size());
        }));
    }

    /** What lies there is to be taken, whatever its size; only what was tried too often, or loaded as it is, is not. */
    private boolean isTaken(FoundTsv file, @Nullable LedgerFile<MeasurementVersion> before, Instant now) {
        Taking taking = Taking.decide(file.size(), file.modified(), before, now, Duration.ZERO);
        return switch (taking) {
            case QUARANTINED, UNCHANGED -> options.file() != null;
            default -> true;
        };
    }

    private void take(String source, List<FoundTsv> files) {
        long run = RunContext.current().instance();
        plan.take(
                run,
                source,
                files.stream().map(FoundTsv::path).toList(),
                files.stream().map(file -> file.fault() == null).toList());
        List<FoundTsv> faulty =
                files.stream().filter(file -> file.fault() != null).toList();
        if (!faulty.isEmpty()) {
            Map<String, LedgerFile<MeasurementVersion>> known =
                    ledger.known(source, faulty.stream().map(FoundTsv::path).toList());
            faulty.forEach(file -> leaveOut(
                    file, Objects.requireNonNull(known.get(file.path())).id()));
        }
        files.forEach(file -> progress.planned(file.fault() == null ? file.size() : 0));
    }

    private void leaveOut(FoundTsv file, long id) {
        RunContext run = RunContext.current();
        String fault = Objects.requireNonNull(file.fault());
        if (file.busy()) {
            plan.left(run.instance(), id, fault);
        } else {
            failing.fail(run, id, file.path(), fault);
        }
    }

    private static DirectoryReport report(FoundFolder folder, int unchanged) {
        int busy = (int) folder.files().stream().filter(FoundTsv::busy).count();
        return new DirectoryReport(
                folder.source(),
                folder.shown(),
                null,
                folder.files().size(),
                unchanged,
                busy,
                folder.ignored(),
                folder.problem(),
                folder.problem() != null);
    }
}
