package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.atelier.files.FailFile;
import org.atelier.files.PlannedFile;
import org.atelier.machinelogs.gate.JudgeFile;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.LogLedger;
import org.atelier.machinelogs.ledger.LogPlan;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.ledger.PlanOrder;
import org.atelier.run.DayRange;
import org.atelier.run.Progress;
import org.atelier.run.Rebuild;
import org.atelier.run.RunOptions;
import org.atelier.run.step.PreparedWork;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.sql.SqlStates;
import org.atelier.transfer.LandingArea;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Freezes the plan: judges duplicates again in every centre that has a fetched file, or files whose days were assigned
 * by another day start, and writes down each centre-day to build with the contents it is built from. One transaction: a
 * plan is there whole or not at all. What it reads in the landing area it has read before, outside of the transaction;
 * should another shard have planned meanwhile, it begins again.
 */
public final class PlanDays implements PreparedWork {

    private static final Logger LOG = LoggerFactory.getLogger(PlanDays.class);

    private final LogLedger ledger;
    private final LogPlan files;
    private final DayPlan days;
    private final PlanOrder order;
    private final JudgeCentre judge;
    private final DayRules rules;
    private final RunOptions options;
    private final DaysInRange range;
    private final FilesInPart inPart;
    private final FetchedFiles fetchedFiles;
    private final LoadAgain loadAgain;
    private final FailFile<LogVersion> failing;
    private final Progress progress;
    private final Readings readings;
    private final StepTransactions parts;
    private boolean prepared;

    /**
     * What it is put together from.
     *
     * @param landing the copies by which duplicates are judged
     * @param readings shared with {@code rescan} and {@code reassign}
     */
    public record Needs(
            LogLedger ledger,
            LogPlan files,
            DayPlan days,
            PlanOrder order,
            LandingArea landing,
            Rescan rescan,
            ReassignDays reassign,
            DayRules rules,
            JudgeFile gate,
            RunOptions options,
            Progress progress,
            StepTransactions parts,
            Readings readings) {}

    /** Takes what it needs. */
    public PlanDays(Needs needs) {
        this.readings = needs.readings();
        this.parts = needs.parts();
        this.ledger = needs.ledger();
        this.files = needs.files();
        this.days = needs.days();
        this.order = needs.order();
        this.judge = new JudgeCentre(duplicates(needs.landing()), needs.rescan());
        this.rules = needs.rules();
        this.options = needs.options();
        this.range = new DaysInRange(options.days(), options.shard());
        this.inPart = new FilesInPart(ledger, files, needs.gate(), range);
        this.failing = new FailFile<>(ledger, files);
        this.fetchedFiles = new FetchedFiles(files, needs.reassign(), failing);
        this.loadAgain = new LoadAgain(ledger, files, needs.reassign(), failing, options, range);
        this.progress = needs.progress();
    }

    private Duplicates duplicates(LandingArea landing) {
        LandedBeginning landed = new LandedBeginning(landing);
        return new Duplicates((shorter, longer) -> readings.of(
                Readings.OfBeginning.of(shorter, longer), Boolean.class, () -> landed.isBeginning(shorter, longer)));
    }

    /** Thinks the plan out, to read what that takes. */
    @Override
    public void prepare() throws IOException {
        RunContext run = RunContext.current();
        progress.phase("planning");
        readings.seal(false);
        for (long centre : centres(run)) {
            Thought thought = think(run, centre, ledger.sealedDays(centre), PlanNotes.NONE);
            try {
                judge.judge(
                        thought.loadable(),
                        thought.again().loaded(),
                        thought.again().again());
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                // It is kept, and fails the same once more where it can be written down.
            }
        }
        prepared = true;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
        if (!prepared) {
            parts.outside(() -> {
                prepare();
                return null;
            });
        }
        RunContext run = RunContext.current();
        readings.seal(true);
        try {
            SQLException refused = parts.part(() -> freezeAll(run));
            if (refused != null) {
                throw refused;
            }
            return RepeatStatus.FINISHED;
        } catch (Readings.UnreadException e) {
            LOG.info("Another run planned meanwhile; the plan is made anew");
            prepared = false;
            return RepeatStatus.CONTINUABLE;
        }
    }

    private void freezeAll(RunContext run) throws SQLException, IOException {
        for (long centre : centres(run)) {
            order.lock(centre);
            SQLException refused = parts.part(() -> plan(run, centre, ledger.sealedDays(centre)));
            if (refused != null) {
                String cause = "its days cannot be planned: " + SqlStates.sentence(refused);
                files.fetchedOf(run.instance(), centre)
                        .forEach(file -> failing.fail(run, file.id(), file.path(), cause));
            }
        }
    }

    /**
     * A range is made right in every centre that has events of it, whether a file is new there or not; by another day
     * start they may stand in the day beside it.
     */
    private Set<Long> centres(RunContext run) {
        Set<Long> centres = new TreeSet<>(files.fetchedGroups(run.instance()));
        DayRange wanted = range.range();
        centres.addAll(
                wanted == null
                        ? rules.centresWithOtherDays()
                        : ledger.centresWithEvents(
                                wanted.from().minusDays(1), wanted.to().plusDays(1)));
        return centres;
    }

    /** The files that count when a centre is judged. */
    private record Thought(List<PlannedFile<LogVersion>> loadable, LoadAgain.Again again) {}

    private Thought think(RunContext run, long centre, Set<LocalDate> sealed, PlanNotes notes) throws IOException {
        Set<Long> fetched = files.fetchedOf(run.instance(), centre).stream()
                .map(PlannedFile::id)
                .collect(Collectors.toSet());
        List<PlannedFile<LogVersion>> loadable = fetchedFiles.loadable(run, centre, rules.of(centre), sealed, notes);
        return new Thought(loadable, loadAgain.of(run, centre, rules.of(centre), sealed, fetched, notes));
    }

    private void plan(RunContext run, long centre, Set<LocalDate> sealed) throws IOException {
        Thought thought = think(run, centre, sealed, Runnable::run);
        List<PlannedFile<LogVersion>> loadable = thought.loadable();
        LoadAgain.Again again = thought.again();
        try {
            JudgeCentre.Judged judged = judge.judge(loadable, again.loaded(), again.again());
            judged.failed().forEach((file, cause) -> failing.fail(run, file.id(), file.path(), cause));
            freeze(run, centre, judged, again, sealed);
        } catch (IOException e) {
            undecided(run, loadable, again, e);
        }
    }

    /** What lies in the landing area is needed to judge; without it no file of this centre can be loaded. */
    private void undecided(RunContext run, List<PlannedFile<LogVersion>> loadable, LoadAgain.Again again, IOException e)
            throws IOException {
        if (Thread.currentThread().isInterrupted()
                || (loadable.isEmpty() && again.again().isEmpty())) {
            throw e;
        }
        String cause = Objects.requireNonNullElse(e.getMessage(), e.toString());
        loadable.forEach(file -> failing.fail(run, file.id(), file.path(), cause));
        again.loaded().stream()
                .filter(file -> again.again().contains(file.id()))
                .forEach(file -> loadAgain.fail(run, file, cause));
    }

    private void freeze(
            RunContext context, long centre, JudgeCentre.Judged judged, LoadAgain.Again again, Set<LocalDate> sealed) {
        long run = context.instance();
        List<Long> touched = new ArrayList<>();
        for (CentreFile file : judged.files()) {
            if (file.fresh()) {
                touched.add(file.id());
                freeze(run, file, judged, again.again());
            }
        }
        Set<LocalDate> had = new TreeSet<>(ledger.daysBuiltFrom(touched));
        had.addAll(again.touched());
        Set<LocalDate> leftOut = leftOut(centre);
        leftOut.addAll(sealed);
        new CentrePlan(
                        centre,
                        rules.of(centre),
                        judged.files(),
                        judged.originals(),
                        range,
                        inPart.leave(context, centre))
                .days(had).stream().filter(day -> !leftOut.contains(day.day())).forEach(day -> days.freeze(run, day));
        publish(context, centre, again.again());
        order.number(run, centre);
    }

    /** The other shards plan with what this one fetched; what it loads again they have. */
    private void publish(RunContext run, long centre, Set<Long> again) {
        if (options.shard() != null) {
            files.fetchedOf(run.instance(), centre).stream()
                    .filter(file -> !again.contains(file.id()))
                    .forEach(file -> ledger.leave(file, Objects.requireNonNull(file.version()), null, run.execution()));
        }
    }

    private Set<LocalDate> leftOut(long centre) {
        return options.rebuild() == Rebuild.MISSING ? new HashSet<>(ledger.daysWithSession(centre)) : new HashSet<>();
    }

    private void freeze(long run, CentreFile file, JudgeCentre.Judged judged, Set<Long> again) {
        if (again.contains(file.id())) {
            files.readAgain(run, file.id(), file.version());
        } else if (judged.revisited().contains(file.id())) {
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
}
