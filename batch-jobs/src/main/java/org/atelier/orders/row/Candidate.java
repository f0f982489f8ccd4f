package org.atelier.orders.row;

import java.util.List;
import org.atelier.orders.erp.ErpNumber;
import org.jspecify.annotations.Nullable;

/**
 * A row for a target table that is still to win its key.
 *
 * @param order cleaned key of the order
 * @param rawOrder the key as it stands in the ERP, which no other order has
 * @param type {@code AuftragsTyp}
 * @param row values in the order of the table's columns, not protected yet
 */
record Candidate(String order, String rawOrder, @Nullable ErpNumber type, List<@Nullable Object> row) {

    <T> @Nullable T value(TargetTable table, String column, Class<T> type) {
        return type.cast(row.get(table.position(column)));
    }
}
