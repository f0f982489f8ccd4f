package org.atelier.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run came to, for people, for JSON and for the run's row in the database.
 *
 * @param figures counts by group and name, such as {@code lines} and {@code read}, in the order they are shown
 * @param notes one line each, such as {@code DEM12 (PVC): 45 loaded, 0 failed}
 * @param rejected lines or rows that are kept as rejects
 * @param failures files or rows that failed: above zero the run ends as done with errors
 * @param work what the run took on or changed, in files or rows; 0 means there was nothing to do
 * @param empty whether the sources held nothing to take
 * @param gate what the job's quality gate says of what was loaded: where it failed the run ends as done with errors
 */
public record RunSummary(
        Map<String, Map<String, Long>> figures,
        List<String> notes,
        long rejected,
        long failures,
        long work,
        boolean empty,
        GateResult gate) {

    /** Of a job without a gate, or of a run that passed it. */
    public RunSummary(
            Map<String, Map<String, Long>> figures,
            List<String> notes,
            long rejected,
            long failures,
            long work,
            boolean empty) {
        this(figures, notes, rejected, failures, work, empty, GateResult.PASSED);
    }

    /** Keeps the order. */
    public RunSummary {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        notes = List.copyOf(notes);
    }

    /** The same with a further note. */
    public RunSummary noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new RunSummary(figures, more, rejected, failures, work, empty, gate);
    }

    /** A figure, 0 when there is none of that name. */
    public long figure(String group, String name) {
        return figures.getOrDefault(group, Map.of()).getOrDefault(name, 0L);
    }
}
