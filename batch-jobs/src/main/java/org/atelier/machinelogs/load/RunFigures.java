package org.atelier.machinelogs.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.files.FilePlanCounts;
import org.atelier.files.LineCounts;
import org.atelier.files.afterload.CleanupPlan;
import org.atelier.machinelogs.gate.FailedFile;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.DayPlanCounts;
import org.atelier.machinelogs.ledger.LogPlan;
import org.atelier.machinelogs.ledger.PlanOrder;
import org.atelier.run.BalanceException;
import org.atelier.run.RunOptions;
import org.atelier.run.RunSummary;
import org.atelier.run.SummarySource;
import org.jdbi.v3.core.Jdbi;

/** What a run came to, read from its plan: the same figures after a restart. Thread-safe. */
public final class RunFigures implements SummarySource {

    private final Jdbi jdbi;
    private final LogPlan files;
    private final DayPlan days;
    private final PlanOrder order;
    private final CleanupPlan cleanup;
    private final RunOptions options;
    private final GateNotes gate;
    private final RunNotes notes;
    private final ParseSummary parsed;

    /** Takes the plan. */
    public RunFigures(
            Jdbi jdbi, LogPlan files, DayPlan days, CleanupPlan cleanup, RunOptions options, ParseSummary parsed) {
        this.cleanup = cleanup;
        this.options = options;
        this.jdbi = jdbi;
        this.files = files;
        this.days = days;
        this.order = new PlanOrder(jdbi);
        this.gate = new GateNotes(jdbi);
        this.notes = new RunNotes(jdbi, gate);
        this.parsed = parsed;
    }

    /**
     * Checks that nothing was lost.
     *
     * @throws BalanceException when lines, events, files or days do not add up
     */
    public void balance(long run) {
        FilePlanCounts fileCounts = files.counts(run);
        DayPlanCounts dayCounts = days.counts(run);
        LineCounts lines = files.lines(run);
        long events = lines.events() + files.eventsOfFailedDays(run);
        require(fileCounts.undone() == 0, fileCounts.undone() + " of " + fileCounts.files() + " files are not done");
        require(dayCounts.undone() == 0, dayCounts.undone() + " of " + dayCounts.days() + " days are not done");
        require(lines.balances(), "lines read are not events + blank + rejected + held: " + lines);
        List<String> unbalanced = files.unbalanced(run);
        require(unbalanced.isEmpty(), "lines read are not events + blank + rejected + held in " + unbalanced);
        require(
                dayCounts.unread() || order.anyTakenOver(run) || dayCounts.events() == events,
                events + " events were read and " + dayCounts.events() + " went into sessions or days that failed");
    }

    @Override
    public RunSummary summary(long run) {
        FilePlanCounts fileCounts = files.counts(run);
        DayPlanCounts dayCounts = days.counts(run);
        LineCounts lines = files.lines(run);
        List<FailedFile> gateFailed = gate.failed(run);
        Map<String, Long> ofFiles = fileFigures(run, fileCounts, dayCounts.again(), lines.held());
        if (!gateFailed.isEmpty()) {
            ofFiles.put("gate_failed", (long) gateFailed.size());
        }
        Map<String, Map<String, Long>> figures = new LinkedHashMap<>();
        figures.put("files", ofFiles);
        figures.put("lines", lineFigures(lines));
        figures.put("sessions", dayFigures(dayCounts));
        Map<String, Long> afterLoad = cleanup.figures(run);
        if (!afterLoad.isEmpty()) {
            figures.put("after-load", afterLoad);
        }
        long work = work(fileCounts, dayCounts, afterLoad);
        return new RunSummary(
                figures,
                described(run, gateFailed),
                lines.rejected(),
                failures(run, fileCounts, dayCounts),
                work,
                work == 0,
                FailedFile.result(gateFailed, gateFailed.size()));
    }

    /** A day fails the files it was to load; where it loads none, it counts itself. */
    private long failures(long run, FilePlanCounts fileCounts, DayPlanCounts dayCounts) {
        long failedDays = fileCounts.failed() == 0 ? dayCounts.failed() : 0;
        return fileCounts.failed() + failedDays + failedDirectories(run);
    }

    private static long work(FilePlanCounts fileCounts, DayPlanCounts dayCounts, Map<String, Long> afterLoad) {
        long rebuilt = fileCounts.files() == 0 ? dayCounts.written() + dayCounts.deleted() : 0;
        return fileCounts.files()
                + rebuilt
                + afterLoad.getOrDefault("archived", 0L)
                + afterLoad.getOrDefault("deleted", 0L);
    }

    private List<String> described(long run, List<FailedFile> gateFailed) {
        List<String> described = new ArrayList<>(notes.of(run, gateFailed));
        if (options.file() != null) {
            described.addAll(parsed.of(run));
        }
        described.addAll(cleanup.notes(run));
        return described;
    }

    /**
     * @param again files that were read again because of another day start
     * @param heldBack files whose last line was held back: loaded, and still growing
     */
    private Map<String, Long> fileFigures(long run, FilePlanCounts counts, long again, long heldBack) {
        Map<String, Long> figures = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select coalesce(sum(trouves), 0) as found, coalesce(sum(inchanges), 0) as unchanged,
                               coalesce(sum(en_attente), 0) as waiting, coalesce(sum(ignores), 0) as ignored
                          from plan_repertoire where job_instance_id = :run
                        """)
                .bind("run", run)
                .map((row, context) -> {
                    figures.put("found", row.getLong("found"));
                    figures.put("taken", counts.files());
                    figures.put("loaded", counts.loaded());
                    figures.put("unchanged", row.getLong("unchanged"));
                    figures.put("growing", row.getLong("waiting") + heldBack);
                    figures.put("duplicate", counts.duplicates());
                    figures.put("failed", counts.failed());
                    if (counts.partial() > 0) {
                        figures.put("partial", counts.partial());
                    }
                    if (again > 0) {
                        figures.put("again", again);
                    }
                    figures.put("ignored", row.getLong("ignored"));
                    return figures;
                })
                .one());
        return figures;
    }

    private static Map<String, Long> lineFigures(LineCounts lines) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("read", lines.lines());
        figures.put("used", lines.used());
        figures.put("counted", lines.counted());
        figures.put("blank", lines.blank());
        figures.put("rejected", lines.rejected());
        figures.put("held", lines.held());
        return figures;
    }

    private static Map<String, Long> dayFigures(DayPlanCounts days) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("planned", days.days());
        figures.put("written", days.written());
        figures.put("unchanged", days.unchanged());
        figures.put("deleted", days.deleted());
        figures.put("conflict", days.conflicts());
        figures.put("failed", days.failed());
        return figures;
    }

    private long failedDirectories(long run) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from plan_repertoire where job_instance_id = :run and en_echec")
                .bind("run", run)
                .mapTo(Long.class)
                .one());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BalanceException("The run does not balance: " + otherwise);
        }
    }
}
