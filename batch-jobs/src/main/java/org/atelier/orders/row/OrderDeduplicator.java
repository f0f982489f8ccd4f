package org.atelier.orders.row;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atelier.orders.erp.ErpNumber;
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
        Map<Key, List<Candidate>> byKey = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            byKey.computeIfAbsent(key(candidate), none -> new ArrayList<>(1)).add(candidate);
        }
        List<Candidate> winners = new ArrayList<>(byKey.size());
        long shared = 0;
        for (List<Candidate> rivals : byKey.values()) {
            winners.add(rivals.size() == 1 ? rivals.get(0) : Collections.min(rivals, best));
            shared += isShared(rivals) ? 1 : 0;
        }
        return new Result(winners, candidates.size() - winners.size(), shared);
    }

    /** The values of a key, which has one or two columns. */
    private record Key(@Nullable Object first, @Nullable Object second) {}

    private Key key(Candidate candidate) {
        return new Key(
                candidate.row().get(0), table.key().size() > 1 ? candidate.row().get(1) : null);
    }

    private static boolean isShared(List<Candidate> rivals) {
        ErpNumber type = rivals.get(0).type();
        return rivals.size() > 1 && rivals.stream().anyMatch(rival -> !Objects.equals(rival.type(), type));
    }

    private Comparator<Candidate> bestRollerShutter() {
        return Comparator.comparing(this::isStock, Comparator.reverseOrder())
                .thenComparing(latest())
                .thenComparing(each -> String.valueOf(each.value(table, "coffre", String.class)), CodePoints.ORDER);
    }

    private boolean isStock(Candidate candidate) {
        return Objects.equals(candidate.value(table, "gestion_en_stock", Integer.class), 1);
    }

    private Comparator<Candidate> latest() {
        return Comparator.comparing(this::time, Comparator.nullsLast(Comparator.reverseOrder()));
    }

    /** Roller shutters hold days, shutters times. */
    private @Nullable LocalDateTime time(Candidate candidate) {
        Object value = candidate.value(table, "date_modification", Object.class);
        return value instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) value;
    }
}
