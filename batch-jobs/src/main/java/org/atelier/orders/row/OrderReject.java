package org.atelier.orders.row;

import org.jspecify.annotations.Nullable;

/**
 * A value that a target table cannot take; one for an order, table and column.
 *
 * @param table which table
 * @param order cleaned key of the order
 * @param number its number, null when it has none
 * @param extension its cleaned extension
 * @param column column of the table
 * @param reason why
 * @param value the value as it stands in the ERP, its beginning if it is very long; null when there is none, or when
 *     the column is protected
 * @param whole whether nothing is left of the order in that table
 */
public record OrderReject(
        TargetTable table,
        String order,
        @Nullable String number,
        @Nullable String extension,
        String column,
        Reason reason,
        @Nullable String value,
        boolean whole) {

    /** Why a value cannot be taken. */
    public enum Reason {
        /** There is none, and there must be one. */
        MISSING,
        /** Longer than its column. */
        TOO_LONG,
        /** A number too large or too small for its column. */
        OUT_OF_RANGE,
        /** A zero or partial date, or one that no calendar of four digits a year has. */
        BAD_DATE,
        /** Nothing that the column's type can hold: no whole number, or half a character. */
        NOT_STORABLE
    }

    OrderReject whole(boolean nothingLeft) {
        return new OrderReject(table, order, number, extension, column, reason, value, nothingLeft);
    }
}
