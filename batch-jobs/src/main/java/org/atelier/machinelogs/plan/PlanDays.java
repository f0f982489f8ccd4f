package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.FileLedger;
import org.atelier.machinelogs.ledger.FilePlan;
import org.atelier.machinelogs.ledger.PlanOrder;
import org.atelier.machinelogs.ledger.PlannedFile;
import org.atelier.run.DayRange;
import org.atelier.run.Progress;
import org.atelier.run.Rebuild;
import org.atelier.run.RunContext;
import org.atelier.run.RunOptions;
import org.atelier.transfer.LandingArea;
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
    private final PlanOrder order;
    private final JudgeCentre judge;
    private final RunOptions options;
    private final DaysInRange range;
    private final FilesInPart inPart;
    private final Progress progress;

    /** Takes what it needs; duplicates are judged by the copies in the landing area. */
    public static PlanDays with(
            FileLedger ledger,
            FilePlan files,
            DayPlan days,
            PlanOrder order,
            LandingArea landing,
            Rescan rescan,
            RunOptions options,
            Progress progress) {
        JudgeCentre judge = new JudgeCentre(new Duplicates(new LandedBeginning(landing)), rescan);
        return new PlanDays(ledger, files, days, order, judge, options, progress);
    }

    private PlanDays(
            FileLedger ledger,
            FilePlan files,
            DayPlan days,
            PlanOrder order,
            JudgeCentre judge,
            RunOptions options,
            Progress progress) {
        this.ledger = ledger;
        this.files = files;
        this.days = days;
        this.order = order;
        this.judge = judge;
        this.options = options;
        this.range = new DaysInRange(options.days(), options.shard());
        this.inPart = new FilesInPart(ledger, files, range);
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RunContext run = RunContext.current();
        progress.phase("planning");
        for (long centre : centres(run)) {
            order.lock(centre);
            Set<LocalDate> sealed = ledger.sealedDays(centre);
            List<PlannedFile> fetched = unsealed(run, files.fetchedOfCentre(run.instance(), centre), sealed);
            try {
                JudgeCentre.Judged judged = judge.judge(fetched, ledger.loadedOfCentre(centre));
                judged.failed().forEach((file, cause) -> fail(run, file, cause));
                freeze(run, centre, judged, sealed);
            } catch (IOException e) {
                // What lies in the landing area is needed to judge; without it no file of this centre can be loaded.
                fetched.forEach(file -> fail(run, file, Objects.requireNonNullElse(e.getMessage(), e.toString())));
            }
        }
        return RepeatStatus.FINISHED;
    }

    /** A range is made right in every centre that has events of it, whether a file is new there or not. */
    private Set<Long> centres(RunContext run) {
        Set<Long> centres = new TreeSet<>(files.fetchedCentres(run.instance()));
        DayRange wanted = range.range();
        if (wanted != null) {
            centres.addAll(ledger.centresWithEvents(wanted.from(), wanted.to()));
        }
        return centres;
    }

    private void freeze(RunContext context, long centre, JudgeCentre.Judged judged, Set<LocalDate> sealed) {
        long run = context.instance();
        List<Long> touched = new ArrayList<>();
        for (CentreFile file : judged.files()) {
            if (file.fresh()) {
                touched.add(file.id());
                freeze(run, file, judged);
            }
        }
        Set<LocalDate> had = new TreeSet<>(ledger.daysBuiltFrom(touched));
        Set<LocalDate> leftOut = leftOut(centre);
        leftOut.addAll(sealed);
        new CentrePlan(centre, judged.files(), judged.originals(), range, inPart.leave(context, centre))
                .days(had).stream().filter(day -> !leftOut.contains(day.day())).forEach(day -> days.freeze(run, day));
        if (options.shard() != null) {
            files.fetchedOfCentre(run, centre)
                    .forEach(file ->
                            ledger.published(file, Objects.requireNonNull(file.version()), context.execution()));
        }
        order.number(run, centre);
    }

    private Set<LocalDate> leftOut(long centre) {
        return options.rebuild() == Rebuild.MISSING ? new HashSet<>(ledger.daysWithSession(centre)) : new HashSet<>();
    }

    /** A late file for a day whose archive was purged fails: the day could only be built from less. */
    private List<PlannedFile> unsealed(RunContext run, List<PlannedFile> fetched, Set<LocalDate> sealed) {
        List<PlannedFile> left = new ArrayList<>();
        for (PlannedFile file : fetched) {
            Set<LocalDate> late =
                    new TreeSet<>(Objects.requireNonNull(file.version()).days());
            late.retainAll(sealed);
            if (late.isEmpty()) {
                left.add(file);
            } else {
                fail(run, file, "DAY_SEALED: it has events of " + late + ", whose archive was purged");
            }
        }
        return left;
    }

    private void freeze(long run, CentreFile file, JudgeCentre.Judged judged) {
        if (judged.revisited().contains(file.id())) {
            files.revisit(run, file.id(), file.version());
        }
        Long original = judged.originals().get(file.id());
        if (original != null) {
            files.duplicate(run, file.id(), original);
            if (file.originalBefore() == null) {
                LOG.atWarn()
                        .addKeyValue("file", file.path())
                        .log("{} repeats another file of its centre and adds nothing", file.path());
            }
        }
    }

    private void fail(RunContext run, PlannedFile file, String cause) {
        LOG.atError().addKeyValue("file", file.path()).log("{} failed: {}", file.path(), cause);
        files.failed(run.instance(), file.id(), cause);
        ledger.failed(file.id(), cause, run.execution());
    }
}
