package org.atelier.machinelogs.find;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atelier.files.DirectoryReport;
import org.atelier.files.DirectoryReports;
import org.atelier.files.FailFile;
import org.atelier.files.FileLook;
import org.atelier.files.LedgerFile;
import org.atelier.files.Taking;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.ledger.LogLedger;
import org.atelier.machinelogs.ledger.LogPlan;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.run.Progress;
import org.atelier.run.step.RunContext;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepContribution;

/** Notes what was found in the ledger, and plans which files the run takes. */
public final class NoteFound {

    private final LogLedger ledger;
    private final LogPlan plan;
    private final DirectoryReports reports;
    private final AfterLoad afterLoad;
    private final Progress progress;

    /** @param afterLoad what becomes of loaded files: whether it must be known which are still there */
    public NoteFound(LogLedger ledger, LogPlan plan, DirectoryReports reports, AfterLoad afterLoad, Progress progress) {
        this.ledger = ledger;
        this.plan = plan;
        this.reports = reports;
        this.afterLoad = afterLoad;
        this.progress = progress;
    }

    /** Tells the views what the plant is like. */
    void plant(MachineLogSettings settings) {
        ledger.plant(settings.timeZone(), settings.maxAge());
    }

    /** Notes a directory that is not taken, or not whole. */
    void leftOut(long run, DirectoryReport report) {
        reports.save(run, report);
    }

    /** All directories are noted. */
    void end() {
        ledger.countCentresOnce();
    }

    /** Notes the files of a directory. */
    void note(long run, StorableFiles found, TakeFiles take, Instant now, StepContribution contribution) {
        CentreListing listing = found.listing();
        List<String> paths = listing.files().stream().map(FoundFile::path).toList();
        List<TakenFile> files =
                take.decide(listing, ledger.known(listing.source().label(), paths));
        note(run, listing, files, now);
        failWhatCannotBeHad(listing, files);
        reports.save(run, report(listing, files, found.problem()));
        files.forEach(file -> contribution.incrementReadCount());
    }

    private void note(long run, CentreListing listing, List<TakenFile> files, Instant now) {
        String source = listing.source().label();
        long centre = ledger.centre(listing.centre());
        List<FileLook> looks = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        List<Boolean> stable = new ArrayList<>();
        for (TakenFile file : files) {
            if (file.looksNew()) {
                looks.add(new FileLook(
                        file.file().path(), file.file().size(), file.file().modified()));
            }
            if (file.taking().taken()) {
                paths.add(file.file().path());
                stable.add(file.stable());
                progress.planned(file.file().fault() == null ? file.file().size() : 0);
            }
        }
        ledger.look(source, centre, looks, now);
        if (!(afterLoad instanceof AfterLoad.Keep)) {
            ledger.listed(source, files.stream().map(file -> file.file().path()).toList());
        }
        plan.take(run, source, paths, stable);
    }

    /** They are planned, counted and tried like any other file, and have failed at once: there is nothing to fetch. */
    private void failWhatCannotBeHad(CentreListing listing, List<TakenFile> files) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (TakenFile file : files) {
            String fault = file.file().fault();
            if (fault != null && file.taking().taken()) {
                faults.put(file.file().path(), fault);
            }
        }
        if (!faults.isEmpty()) {
            FailFile<LogVersion> failing = new FailFile<>(ledger, plan);
            Map<String, LedgerFile<LogVersion>> known =
                    ledger.known(listing.source().label(), faults.keySet());
            faults.forEach((path, fault) -> failing.fail(
                    RunContext.current(),
                    Objects.requireNonNull(known.get(path)).id(),
                    path,
                    fault));
        }
    }

    private static DirectoryReport report(CentreListing listing, List<TakenFile> files, @Nullable String problem) {
        int waiting = count(files, Taking.SHRUNK) + count(files, Taking.GROWING);
        int unchanged = count(files, Taking.UNCHANGED) + count(files, Taking.QUARANTINED);
        return new DirectoryReport(
                listing.source().label(),
                listing.directory(),
                listing.centre().code(),
                listing.files().size(),
                unchanged,
                waiting,
                listing.ignored(),
                problem,
                problem != null);
    }

    private static int count(List<TakenFile> files, Taking taking) {
        return (int) files.stream().filter(file -> file.taking() == taking).count();
    }
}
