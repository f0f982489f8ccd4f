package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.FileLedger;
import org.atelier.machinelogs.ledger.FilePlan;
import org.atelier.machinelogs.ledger.FileVersion;
import org.atelier.machinelogs.ledger.LedgerFile;
import org.atelier.machinelogs.ledger.PlannedFile;
import org.atelier.run.DayRange;
import org.atelier.run.Progress;
import org.atelier.run.RunContext;
import org.atelier.run.RunOptions;
import org.atelier.transfer.LandingArea;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Freezes the plan: judges duplicates anew in every centre that has a fetched file, and writes down each centre-day to
 * build with the contents it is built from. One transaction: a plan is there whole or not at all.
 */
public final class PlanDays implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(PlanDays.class);

    private final FileLedger ledger;
    private final FilePlan files;
    private final DayPlan days;
    private final Duplicates duplicates;
    private final Rescan rescan;
    private final DaysInRange range;
    private final Progress progress;

    /** Takes what it needs; duplicates are judged by the copies in the landing area. */
    public static PlanDays with(
            FileLedger ledger,
            FilePlan files,
            DayPlan days,
            LandingArea landing,
            Rescan rescan,
            RunOptions options,
            Progress progress) {
        Duplicates duplicates = new Duplicates(new LandedBeginning(landing::open));
        return new PlanDays(ledger, files, days, duplicates, rescan, new DaysInRange(options.days()), progress);
    }

    private PlanDays(
            FileLedger ledger,
            FilePlan files,
            DayPlan days,
            Duplicates duplicates,
            Rescan rescan,
            DaysInRange range,
            Progress progress) {
        this.ledger = ledger;
        this.files = files;
        this.days = days;
        this.duplicates = duplicates;
        this.rescan = rescan;
        this.range = range;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RunContext run = RunContext.current();
        progress.phase("planning");
        for (long centre : centres(run)) {
            List<PlannedFile> fetched = files.fetchedOfCentre(run.instance(), centre);
            try {
                plan(run, centre, fetched);
            } catch (IOException e) {
                // What lies in the landing area is needed to judge; without it no file of this centre can be loaded.
                fetched.forEach(file -> fail(run, file, Objects.requireNonNullElse(e.getMessage(), e.toString())));
            }
        }
        return RepeatStatus.FINISHED;
    }

    private Set<Long> centres(RunContext run) {
        Set<Long> centres = new TreeSet<>(files.fetchedCentres(run.instance()));
        DayRange wanted = range.range();
        if (wanted != null) {
            centres.addAll(ledger.centresWithEvents(wanted.from(), wanted.to()));
        }
        return centres;
    }

    private void plan(RunContext context, long centre, List<PlannedFile> fetched) throws IOException {
        long run = context.instance();
        List<LedgerFile> loaded = ledger.loadedOfCentre(centre);
        List<CentreFile> all = effective(fetched, loaded);
        Map<Long, Long> originals = duplicates.judge(all);
        Map<Long, LedgerFile> before = new HashMap<>();
        loaded.forEach(file -> before.put(file.id(), file));
        List<Long> touched = new ArrayList<>();
        for (int n = 0; n < all.size(); n++) {
            CentreFile file = all.get(n);
            Long original = originals.get(file.id());
            if (!file.fresh() && (original == null) != (file.originalBefore() == null)) {
                FileVersion version =
                        original == null ? rescan.scan(Objects.requireNonNull(before.get(file.id()))) : file.version();
                files.revisit(run, file.id(), version);
                file = file.refreshed(version);
                all.set(n, file);
            }
            if (file.fresh()) {
                touched.add(file.id());
                judged(run, file, original);
            }
        }
        Set<LocalDate> had = new TreeSet<>(ledger.daysBuiltFrom(touched));
        Set<Long> inPart = leaveInPart(context, centre);
        new CentrePlan(centre, all, originals, range, inPart).days(had).forEach(day -> days.freeze(run, day));
    }

    private Set<Long> leaveInPart(RunContext run, long centre) {
        Set<Long> inPart = new HashSet<>();
        if (range.range() == null) {
            return inPart;
        }
        for (PlannedFile file : files.fetchedOfCentre(run.instance(), centre)) {
            FileVersion version = Objects.requireNonNull(file.version());
            Set<LocalDate> touched = new HashSet<>(ledger.daysBuiltFrom(List.of(file.id())));
            if (file.duplicateOf() == null) {
                touched.addAll(version.days());
            }
            if (range.leavesOut(touched)) {
                inPart.add(file.id());
                files.partial(run.instance(), file.id());
                ledger.partial(file, version, run.execution());
            }
        }
        return inPart;
    }

    private void judged(long run, CentreFile file, @Nullable Long original) {
        if (original != null && file.originalBefore() == null) {
            LOG.warn("{} repeats another file of its centre and adds nothing", file.path());
        }
        files.duplicate(run, file.id(), original);
    }

    private void fail(RunContext run, PlannedFile file, String cause) {
        LOG.error("{} failed: {}", file.path(), cause);
        files.failed(run.instance(), file.id(), cause);
        ledger.failed(file.id(), cause, run.execution());
    }

    private static List<CentreFile> effective(List<PlannedFile> fetched, List<LedgerFile> loaded) {
        Map<Long, CentreFile> files = new TreeMap<>();
        for (LedgerFile file : loaded) {
            files.put(file.id(), CentreFile.loaded(file));
        }
        for (PlannedFile file : fetched) {
            CentreFile before = files.get(file.id());
            FileVersion version = Objects.requireNonNull(file.version());
            files.put(
                    file.id(),
                    new CentreFile(
                            file.id(), file.path(), version, true, before == null ? null : before.originalBefore()));
        }
        return new ArrayList<>(files.values());
    }
}
