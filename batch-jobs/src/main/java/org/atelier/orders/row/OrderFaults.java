package org.atelier.orders.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.OrderReject.Reason;
import org.atelier.orders.text.CodePoints;
import org.jspecify.annotations.Nullable;

/** Looks whether the values of one order fit one table, and keeps what does not. Not thread-safe. */
final class OrderFaults {

    private static final int LONGEST_KEPT = 1_000;

    private final TargetTable table;
    private final CleanOrder order;
    private final ColumnProtection protection;
    private final Map<String, OrderReject> rejects = new LinkedHashMap<>();

    OrderFaults(TargetTable table, CleanOrder order, ColumnProtection protection) {
        this.table = table;
        this.order = order;
        this.protection = protection;
    }

    /** Whether a text fits its column; only kept values must. */
    boolean fits(String column, @Nullable String clean, @Nullable String raw) {
        if (clean == null || isWithin(table.column(column).length(), clean) || protection.of(column) != Choice.KEEP) {
            return true;
        }
        add(column, Reason.TOO_LONG, raw);
        return false;
    }

    /** A text has no more code points than characters. */
    private static boolean isWithin(int longest, String text) {
        return text.length() <= longest || CodePoints.length(text) <= longest;
    }

    /** Whether a date can be taken. */
    boolean fits(PlannedDate date) {
        if (!date.isGood() && protection.of("date_modification") != Choice.DROP) {
            add("date_modification", Reason.BAD_DATE, date.raw());
            return false;
        }
        return true;
    }

    /** Sees that there is a number, within the range of its column. */
    void fitsNumber(@Nullable Long number) {
        boolean integer = table.column("numero_commande").type() == TargetTable.Column.Type.INTEGER;
        if (number == null) {
            add("numero_commande", Reason.MISSING, null);
        } else if (integer && number != number.intValue()) {
            add("numero_commande", Reason.OUT_OF_RANGE, number.toString());
        }
    }

    /** Sees that there is a key, one that fits. */
    void fitsKey(String id) {
        if (id.isEmpty()) {
            add("id_commande", Reason.MISSING, order.raw().id());
        } else {
            fits("id_commande", id, order.raw().id());
        }
    }

    /** Whether nothing was found yet. */
    boolean none() {
        return rejects.isEmpty();
    }

    private void add(String column, Reason reason, @Nullable String raw) {
        boolean kept = protection.of(column) == Choice.KEEP;
        rejects.putIfAbsent(
                column,
                new OrderReject(
                        table,
                        order.id(),
                        order.raw().number(),
                        order.extension(),
                        column,
                        reason,
                        kept ? beginning(raw) : null,
                        false));
    }

    /** PostgreSQL takes no NUL. */
    private static @Nullable String beginning(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String text = raw.replace("\0", "");
        return CodePoints.length(text) <= LONGEST_KEPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_KEPT));
    }

    /** What was found, knowing whether anything is left of the order. */
    List<OrderReject> rejects(boolean nothingLeft) {
        return rejects.isEmpty()
                ? List.of()
                : rejects.values().stream()
                        .map(reject -> reject.whole(nothingLeft))
                        .toList();
    }
}
