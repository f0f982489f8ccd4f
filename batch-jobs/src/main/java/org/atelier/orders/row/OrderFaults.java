package org.atelier.orders.row;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.orders.erp.ErpNumber;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.OrderReject.Reason;
import org.atelier.orders.text.CodePoints;
import org.jspecify.annotations.Nullable;

/** Looks whether the values of one order fit one table, and keeps what does not. Not thread-safe. */
final class OrderFaults {

    private static final int LONGEST_KEPT = 1_000;

    /** An entry of an index is at most 2,704 bytes long; a code point takes four, and other columns their share. */
    private static final int LONGEST_KEY = 500;

    private static final int HASH_LENGTH = "#00000000".length();

    private static final String NUMBER = "numero_commande";

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
        if (clean == null || protection.of(column) != Choice.KEEP) {
            return true;
        }
        Reason fault = fault(clean, table.column(column).length());
        if (fault != null) {
            add(column, fault, raw);
        }
        return fault == null;
    }

    /** A text has no more code points than characters. */
    private static @Nullable Reason fault(String text, int longest) {
        if (text.length() > longest && CodePoints.length(text) > longest) {
            return Reason.TOO_LONG;
        }
        return CodePoints.areWhole(text) ? null : Reason.NOT_STORABLE;
    }

    /** Whether a date can be taken. */
    boolean fits(PlannedDate date) {
        if (!date.isGood() && protection.of("date_modification") != Choice.DROP) {
            add("date_modification", Reason.BAD_DATE, date.raw());
            return false;
        }
        return true;
    }

    /** Sees that there is a number, a whole one within the range of its column. */
    void fitsNumber(@Nullable ErpNumber number) {
        if (number == null) {
            add(NUMBER, Reason.MISSING, null);
            return;
        }
        BigInteger whole = number.whole();
        if (whole == null) {
            add(NUMBER, Reason.NOT_STORABLE, number.toString());
        } else if (!isInRange(whole)) {
            add(NUMBER, Reason.OUT_OF_RANGE, number.toString());
        }
    }

    private boolean isInRange(BigInteger whole) {
        TargetTable.Column column = table.column(NUMBER);
        return column.type() == TargetTable.Column.Type.INTEGER
                ? whole.bitLength() < Integer.SIZE
                : whole.toString().length() <= column.length();
    }

    /** Sees that a key that is only noted beside a row can be: its index takes no more. */
    void fitsOrigin(String id) {
        Reason fault = fault(id, LONGEST_KEY);
        if (fault != null) {
            add("id_commande", fault, order.raw().id());
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
                        key(order.id()),
                        beginning(
                                order.raw().number() == null
                                        ? null
                                        : String.valueOf(order.raw().number())),
                        beginning(order.extension()),
                        column,
                        reason,
                        kept ? beginning(raw) : null,
                        false));
    }

    /** A key that no target row has, for it is too long, still tells orders apart. */
    private static String key(String id) {
        return CodePoints.length(id) <= LONGEST_KEY
                ? id
                : id.substring(0, id.offsetByCodePoints(0, LONGEST_KEY - HASH_LENGTH)) + "#"
                        + Integer.toHexString(id.hashCode());
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
