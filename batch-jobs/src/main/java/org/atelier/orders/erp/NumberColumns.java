package org.atelier.orders.erp;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads number columns of any type that {@link ErpTable.Column} takes for one, without losing a digit. */
final class NumberColumns {

    /** The driver's word for what 64 bits do not hold. */
    private static final String OUT_OF_RANGE = "22003";

    private NumberColumns() {}

    static @Nullable ErpNumber number(ResultSet row, String column) throws SQLException {
        return ErpNumber.of(row.getString(column));
    }

    /**
     * Puts a number aside.
     *
     * @param integers whether the column is of a type of whole numbers: they become no objects then
     */
    static void put(ResultSet row, int column, boolean integers, SpilledRow to) throws SQLException {
        if (!integers) {
            to.number(ErpNumber.of(row.getString(column)));
            return;
        }
        try {
            long number = row.getLong(column);
            to.number(number, row.wasNull());
        } catch (SQLException e) {
            // Of an unsigned column.
            if (!OUT_OF_RANGE.equals(e.getSQLState())) {
                throw e;
            }
            to.number(ErpNumber.of(row.getString(column)));
        }
    }
}
