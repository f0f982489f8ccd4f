package org.atelier.measurements.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.files.FilePlanCounts;
import org.atelier.files.LineCounts;
import org.atelier.files.afterload.CleanupPlan;
import org.atelier.measurements.ledger.MeasurementPlan;
import org.atelier.run.BalanceException;
import org.atelier.run.RunSummary;
import org.atelier.run.SummarySource;
import org.jdbi.v3.core.Jdbi;

/** What a run came to, read from its plan: the same figures after a restart. Thread-safe. */
public final class MeasurementFigures implements SummarySource {

    private final MeasurementPlan plan;
    private final CleanupPlan moves;
    private final MeasurementNotes notes;
    private final Jdbi jdbi;

    /** Takes the plan. */
    public MeasurementFigures(MeasurementPlan plan, CleanupPlan moves, Jdbi jdbi) {
        this.plan = plan;
        this.moves = moves;
        this.notes = new MeasurementNotes(jdbi);
        this.jdbi = jdbi;
    }

    /**
     * Checks that nothing was lost.
     *
     * @throws BalanceException when lines or files do not add up
     */
    public void balance(long run) {
        FilePlanCounts files = plan.counts(run);
        LineCounts lines = plan.lines(run);
        List<String> unbalanced = plan.unbalanced(run);
        require(files.undone() == 0, files.undone() + " of " + files.files() + " files are not done");
        require(lines.balances(), "lines read are not rows + titles + blank + rejected: " + lines);
        require(unbalanced.isEmpty(), "lines read are not rows + titles + blank + rejected in " + unbalanced);
    }

    @Override
    public RunSummary summary(long run) {
        FilePlanCounts counts = plan.counts(run);
        LineCounts lines = plan.lines(run);
        Map<String, Map<String, Long>> figures = new LinkedHashMap<>();
        Map<String, Long> moved = moves.figures(run);
        figures.put("files", files(run, counts));
        figures.put("lines", lines(lines));
        figures.put("points", plan.points(run));
        if (!moved.isEmpty()) {
            figures.put("moved", moved);
        }
        List<String> told = new ArrayList<>(notes.of(run));
        told.addAll(moves.notes(run));
        long work = counts.files() - counts.partial() + moved.getOrDefault("archived", 0L);
        return new RunSummary(figures, told, lines.rejected(), counts.failed() + failedFolders(run), work, work == 0);
    }

    private Map<String, Long> files(long run, FilePlanCounts counts) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(sum(trouves), 0) as found, coalesce(sum(inchanges), 0) as unchanged,
                               coalesce(sum(ignores), 0) as ignored
                          from plan_repertoire where job_instance_id = :run
                        """)
                .bind("run", run)
                .map((row, context) -> {
                    Map<String, Long> figures = new LinkedHashMap<>();
                    figures.put("found", row.getLong("found"));
                    figures.put("taken", counts.files());
                    figures.put("loaded", counts.loaded());
                    figures.put("unchanged", row.getLong("unchanged"));
                    figures.put("uploading", counts.partial());
                    figures.put("failed", counts.failed());
                    figures.put("ignored", row.getLong("ignored"));
                    return figures;
                })
                .one());
    }

    private static Map<String, Long> lines(LineCounts lines) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("read", lines.lines());
        figures.put("used", lines.used());
        figures.put("blank", lines.blank());
        figures.put("rejected", lines.rejected());
        return figures;
    }

    private long failedFolders(long run) {
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
