package org.atelier.orders.erp;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The head of an order; see {@link ErpOrder}. */
record OrderHead(
        String id,
        @Nullable ErpNumber type,
        @Nullable ErpNumber number,
        @Nullable String extension,
        @Nullable String status,
        @Nullable String affair) {

    static @Nullable OrderHead next(ResultSet row) throws SQLException {
        return row.next()
                ? new OrderHead(
                        row.getString("order_id"),
                        NumberColumns.number(row, "type"),
                        NumberColumns.number(row, "number"),
                        row.getString("extension"),
                        row.getString("status"),
                        row.getString("affair"))
                : null;
    }

    /** Heads without a number are rejected one by one: nothing ties them together. */
    boolean sharesNumberWith(OrderHead other) {
        return number != null && number.equals(other.number);
    }
}
