package org.atelier.orders.row;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.select.SelectionLists;

/** The rows that orders make, by table. */
final class SampleRows {

    private SampleRows() {}

    static TableRows rollers(SampleOrder order) {
        return rows(List.of(order.build()), TargetTable.ROLLER_SHUTTERS);
    }

    static TableRows shutters(SampleOrder order) {
        return rows(List.of(order.build()), TargetTable.SHUTTERS);
    }

    static TableRows rows(List<ErpOrder> orders, TargetTable table) {
        return rows(orders, table, ColumnProtection.none());
    }

    static TableRows rows(List<ErpOrder> orders, TargetTable table, ColumnProtection protection) {
        OrderSelection selection = new OrderSelection(SelectionLists.USUAL);
        return Objects.requireNonNull(new OrderRows(selection, protection, Set.of(table))
                .of(orders, ErasedOrders.NONE)
                .get(table));
    }

    static String value(TableRows rows, String column) {
        TargetTable table = rows.table();
        return String.valueOf(rows.rows().get(0).values().get(table.columns().indexOf(table.column(column))));
    }
}
