package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.files.FailFile;
import org.atelier.files.FileState;
import org.atelier.files.LedgerFile;
import org.atelier.machinelogs.ledger.LogLedger;
import org.atelier.machinelogs.ledger.LogPlan;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.atelier.run.Rebuild;
import org.atelier.run.RunOptions;
import org.atelier.run.step.RunContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loaded files of a centre with days by the rule in force, and which of them a run loads again because the ledger
 * has them by another one: every day that such a file has, or had, is built again.
 *
 * <p>A file with days that the run may not write is left as it is in the ledger, so that the next run loads it again;
 * what this run builds, it builds from the days by the rule in force all the same.
 */
final class LoadAgain {

    private static final Logger LOG = LoggerFactory.getLogger(LoadAgain.class);

    private final LogLedger ledger;
    private final LogPlan files;
    private final ReassignDays reassign;
    private final FailFile<LogVersion> failing;
    private final RunOptions options;
    private final DaysInRange range;

    LoadAgain(
            LogLedger ledger,
            LogPlan files,
            ReassignDays reassign,
            FailFile<LogVersion> failing,
            RunOptions options,
            DaysInRange range) {
        this.ledger = ledger;
        this.files = files;
        this.reassign = reassign;
        this.failing = failing;
        this.options = options;
        this.range = range;
    }

    /**
     * The outcome.
     *
     * @param loaded every loaded file of the centre, with days by the rule in force
     * @param again keys of those that the run loads again
     * @param touched days that files had, or have now, by which they are assigned again
     */
    record Again(List<LedgerFile<LogVersion>> loaded, Set<Long> again, Set<LocalDate> touched) {}

    /**
     * Looks at the loaded files of a centre.
     *
     * @param fetched keys of the files that the run has fetched: they are loaded anyway
     * @param notes takes what is to be written of it
     * @throws IOException when the thread was interrupted
     */
    Again of(
            RunContext run,
            long centre,
            ProductionDayRule rule,
            Set<LocalDate> sealed,
            Set<Long> fetched,
            PlanNotes notes)
            throws IOException {
        ReassignDays.Reassigned result = reassign.of(ledger.loadedOf(centre), rule, sealed);
        Again again = new Again(result.files(), new HashSet<>(), new TreeSet<>());
        if (result.before().isEmpty() && result.unreadable().isEmpty()) {
            return again;
        }
        Set<Long> busy = new HashSet<>(fetched);
        busy.addAll(files.failed(run.instance()));
        int inPart = 0;
        for (LedgerFile<LogVersion> file : result.files()) {
            LedgerFile<LogVersion> before = result.before().get(file.id());
            if (before != null) {
                inPart += decide(run, file, before, sealed, busy, again, notes) ? 0 : 1;
            } else if (result.unreadable().containsKey(file.id())) {
                unreadable(run, file, result.unreadable().get(file.id()), busy, notes);
            }
        }
        int left = inPart;
        notes.add(() -> note(centre, left));
        return again;
    }

    private static void note(long centre, int inPart) {
        if (inPart > 0) {
            LOG.warn(
                    "{} files of centre {} have days outside the range that are not built by the day start in force yet;"
                            + " the next run without a range builds them",
                    inPart,
                    centre);
        }
    }

    /** Gives whether all days of the file may be written by this run. */
    private boolean decide(
            RunContext run,
            LedgerFile<LogVersion> file,
            LedgerFile<LogVersion> before,
            Set<LocalDate> sealed,
            Set<Long> busy,
            Again again,
            PlanNotes notes) {
        Set<LocalDate> touched = touched(file, before);
        boolean whole = isWhole(file.groupId(), touched);
        boolean ours = !busy.contains(file.id()) && isOwn(file) && whole;
        Set<LocalDate> late = new TreeSet<>(version(file).days());
        late.retainAll(sealed);
        if (ours && late.isEmpty()) {
            again.again().add(file.id());
        } else if (ours) {
            String cause = "DAY_SEALED: by the new day start it has events of " + late + ", whose archive was purged";
            notes.add(() -> fail(run, file, cause));
        }
        touched.stream().filter(day -> builds(file, whole, day)).forEach(again.touched()::add);
        return whole;
    }

    /**
     * A shard builds the days of its own files, and of a range its part of those that are built without being loaded.
     */
    private boolean builds(LedgerFile<LogVersion> file, boolean whole, LocalDate day) {
        return (isOwn(file) && whole) || range.buildsWhatIsLoaded(file.groupId(), day);
    }

    private void unreadable(
            RunContext run, LedgerFile<LogVersion> file, String cause, Set<Long> busy, PlanNotes notes) {
        if (range.range() == null && !busy.contains(file.id()) && isOwn(file)) {
            notes.add(() -> fail(run, file, cause));
        }
    }

    /** Once it has failed so often that it is left alone, it is not counted again. */
    void fail(RunContext run, LedgerFile<LogVersion> file, String cause) {
        if (file.state() != FileState.QUARANTINED) {
            files.readAgain(run.instance(), file.id(), version(file));
            failing.fail(run, file.id(), file.path(), cause);
        }
    }

    private Set<LocalDate> touched(LedgerFile<LogVersion> file, LedgerFile<LogVersion> before) {
        Set<LocalDate> touched = new HashSet<>(version(file).days());
        touched.addAll(version(before).days());
        touched.addAll(ledger.daysBuiltFrom(List.of(file.id())));
        return touched;
    }

    private boolean isWhole(long centre, Collection<LocalDate> days) {
        if (range.leavesOut(days)) {
            return false;
        }
        return options.rebuild() != Rebuild.MISSING
                || ledger.daysWithSession(centre).stream().noneMatch(days::contains);
    }

    private boolean isOwn(LedgerFile<LogVersion> file) {
        return options.shard() == null || options.shard().owns(file.path());
    }

    private static LogVersion version(LedgerFile<LogVersion> file) {
        return Objects.requireNonNull(file.loaded(), "a loaded file");
    }
}
