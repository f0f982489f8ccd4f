package org.atelier.orders.row;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.orders.text.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * One row for a key: for roller shutters the one with stock operations, then the latest date (as a day; none comes
 * last), then the lowest box; for shutters the latest date; in the end the lowest order. Nothing depends on the order
 * in which candidates come. Immutable.
 */
final class OrderDeduplicator {

    private final TargetTable table;
    private final Comparator<Candidate> best;

    OrderDeduplicator(TargetTable table) {
        this.table = table;
        this.best = (table == TargetTable.ROLLER_SHUTTERS ? bestRollerShutter() : latest())
                .thenComparing(Candidate::order, CodePoints.ORDER)
                .thenComparing(Candidate::rawOrder, CodePoints.ORDER);
    }

    /**
     * The winners among candidates, and how many keys orders of different {@code AuftragsTyp} share.
     *
     * @param winners one for a key
     * @param duplicates candidates that lost
     * @param shared keys
     */
    record Result(List<Candidate> winners, long duplicates, long shared) {}

    /** Decides. All candidates for a key must be among the given ones. */
    Result decide(List<Candidate> candidates) {
        Map<List<@Nullable Object>, List<Candidate>> byKey = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            List<@Nullable Object> key = candidate.row().subList(0, table.key().size());
            byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(candidate);
        }
        List<Candidate> winners = new ArrayList<>(byKey.size());
        long shared = 0;
        for (List<Candidate> rivals : byKey.values()) {
            winners.add(rivals.stream().min(best).orElseThrow());
            shared += rivals.stream().map(Candidate::type).distinct().count() > 1 ? 1 : 0;
        }
        return new Result(winners, candidates.size() - winners.size(), shared);
    }

    private Comparator<Candidate> bestRollerShutter() {
        return Comparator.<Candidate, Integer>comparing(each -> -number(each))
                .thenComparing(latest())
                .thenComparing(each -> String.valueOf(each.<String>value(table, "coffre")), CodePoints.ORDER);
    }

    private int number(Candidate candidate) {
        Integer stock = candidate.value(table, "gestion_en_stock");
        return stock == null ? 0 : stock;
    }

    /** Roller shutters hold days, shutters times. */
    @SuppressWarnings("unchecked") // dates compare among themselves
    private Comparator<Candidate> latest() {
        Comparator<Comparable<Object>> latestFirst = Comparator.reverseOrder();
        return Comparator.comparing(
                each -> (Comparable<Object>) (Object) each.<Temporal>value(table, "date_modification"),
                Comparator.nullsLast(latestFirst));
    }
}
