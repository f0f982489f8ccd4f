package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.FileLedger;
import org.atelier.machinelogs.ledger.FilePlan;
import org.atelier.machinelogs.ledger.PlannedFile;
import org.atelier.run.DayRange;
import org.atelier.run.Progress;
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
    private final JudgeCentre judge;
    private final DaysInRange range;
    private final FilesInPart inPart;
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
        JudgeCentre judge = new JudgeCentre(new Duplicates(new LandedBeginning(landing)), rescan);
        return new PlanDays(ledger, files, days, judge, new DaysInRange(options.days()), progress);
    }

    private PlanDays(
            FileLedger ledger, FilePlan files, DayPlan days, JudgeCentre judge, DaysInRange range, Progress progress) {
        this.ledger = ledger;
        this.files = files;
        this.days = days;
        this.judge = judge;
        this.range = range;
        this.inPart = new FilesInPart(ledger, files, range);
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RunContext run = RunContext.current();
        progress.phase("planning");
        for (long centre : centres(run)) {
            List<PlannedFile> fetched = files.fetchedOfCentre(run.instance(), centre);
            try {
                JudgeCentre.Judged judged = judge.judge(fetched, ledger.loadedOfCentre(centre));
                judged.failed().forEach((file, cause) -> fail(run, file, cause));
                freeze(run, centre, judged);
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

    private void freeze(RunContext context, long centre, JudgeCentre.Judged judged) {
        long run = context.instance();
        List<Long> touched = new ArrayList<>();
        for (CentreFile file : judged.files()) {
            if (file.fresh()) {
                touched.add(file.id());
                freeze(run, file, judged);
            }
        }
        Set<LocalDate> had = new TreeSet<>(ledger.daysBuiltFrom(touched));
        new CentrePlan(centre, judged.files(), judged.originals(), range, inPart.leave(context, centre))
                .days(had)
                .forEach(day -> days.freeze(run, day));
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
