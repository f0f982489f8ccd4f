package org.atelier.benchmarks.micro;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.atelier.orders.erp.ErpNumber;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.row.ColumnProtection;
import org.atelier.orders.row.ErasedOrders;
import org.atelier.orders.row.OrderRows;
import org.atelier.orders.row.TableRows;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.select.SelectionLists;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Orders of the ERP to rows: selected, cleaned, deduplicated; an operation is an order. */
@State(Scope.Benchmark)
public class OrderCleaning {

    private static final int ORDERS = 1_000;

    private final List<ErpOrder> orders =
            LongStream.range(0, ORDERS).mapToObj(OrderCleaning::order).toList();
    private final OrderRows rows = new OrderRows(
            new OrderSelection(SelectionLists.USUAL), ColumnProtection.none(), EnumSet.allOf(TargetTable.class));

    /** Two orders share a number, so that every other one is a duplicate. */
    @Benchmark
    @OperationsPerInvocation(ORDERS)
    public int cleanedAndDeduplicated() {
        int found = 0;
        for (int i = 0; i < ORDERS; i += 2) {
            Map<TargetTable, TableRows> made = rows.of(orders.subList(i, i + 2), ErasedOrders.NONE);
            for (TableRows table : made.values()) {
                found += table.rows().size();
            }
        }
        if (found == 0) {
            throw new IllegalStateException("no order was selected");
        }
        return found;
    }

    private static ErpOrder order(long i) {
        return new ErpOrder(
                "ID" + i,
                ErpNumber.of(1),
                ErpNumber.of(100_000 + i / 2),
                "A",
                "Planifiée",
                "Résidence des Ormes",
                List.of("2025-05-28 10:00:00", "2025-05-27 09:00:00"),
                List.of(
                        new ErpOrder.Accessory(
                                ErpNumber.of(1), ErpNumber.of(1), ErpNumber.of(1), "S P 123", "Coffre tunnel"),
                        new ErpOrder.Accessory(
                                ErpNumber.of(2), ErpNumber.of(1), ErpNumber.of(2), "SOP 7", "Volet battant"),
                        new ErpOrder.Accessory(ErpNumber.of(3), ErpNumber.of(2), ErpNumber.of(3), "V 12", null)),
                List.of(new ErpOrder.Operation("10", "Volet"), new ErpOrder.Operation("20", "Stock")));
    }
}
