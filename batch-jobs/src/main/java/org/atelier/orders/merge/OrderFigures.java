package org.atelier.orders.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.orders.row.TableRows.Counts;
import org.atelier.orders.stage.OrderPlan;
import org.atelier.orders.stage.OrderPlan.Merged;
import org.atelier.run.RunSummary;
import org.atelier.run.SummarySource;

/** What a run came to, by profile, read from its plan: the same figures after a restart. Thread-safe. */
public final class OrderFigures implements SummarySource {

    private final OrderPlan plan;

    /** Takes the plan. */
    public OrderFigures(OrderPlan plan) {
        this.plan = plan;
    }

    @Override
    public RunSummary summary(long run) {
        return of(plan.of(run));
    }

    /** The summary of these tables. */
    public static RunSummary of(List<OrderPlan.Line> lines) {
        Map<String, Map<String, Long>> figures = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        long rejects = 0;
        long changes = 0;
        long heads = 0;
        for (OrderPlan.Line line : lines) {
            if (line.repeats() != null && notes.isEmpty()) {
                notes.add(
                        "nothing changed in the ERP since run " + line.repeats() + ": its orders were not read again");
            }
            heads = line.heads();
            figures.put("orders", new LinkedHashMap<>(Map.of("read", heads)));
            Counts counts = line.staged().counts();
            String profile = line.staged().table().profile();
            rejects += counts.rejects();
            Map<String, Long> ofProfile = staged(line);
            Merged merged = line.merged();
            if (merged != null) {
                changes += merged.changes();
                ofProfile.putAll(merged(merged));
            }
            figures.put(profile, ofProfile);
            if (counts.shared() > 0) {
                notes.add(profile + ": " + counts.shared()
                        + " keys are shared by orders of different AuftragsTyp; one order of each was kept");
            }
        }
        return new RunSummary(figures, notes, rejects, 0, changes, heads == 0);
    }

    private static Map<String, Long> staged(OrderPlan.Line line) {
        Counts counts = line.staged().counts();
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("joined_rows", counts.joinedRows());
        figures.put("filtered", line.heads() - counts.selected());
        figures.put("selected", counts.selected());
        figures.put("duplicates", counts.duplicates());
        figures.put("rejected", counts.rejected());
        if (counts.suppressed() > 0) {
            figures.put("suppressed", counts.suppressed());
        }
        figures.put("kept", counts.kept());
        return figures;
    }

    private static Map<String, Long> merged(Merged merged) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("inserted", merged.inserted());
        figures.put("updated", merged.updated());
        figures.put("deleted", merged.deleted());
        figures.put("unchanged", merged.unchanged());
        figures.put("stale", merged.stale());
        if (merged.conflicts() > 0) {
            figures.put("conflict", merged.conflicts());
        }
        return figures;
    }
}
