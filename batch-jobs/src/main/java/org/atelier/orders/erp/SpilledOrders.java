package org.atelier.orders.erp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atelier.orders.erp.ErpOrder.Accessory;
import org.atelier.orders.erp.ErpOrder.Operation;
import org.jspecify.annotations.Nullable;

/** Puts together the planned orders of one partition from its rows; the heads come first among them. */
final class SpilledOrders {

    private final Map<String, OrderParts> orders = new LinkedHashMap<>();

    private SpilledOrders() {}

    /** The planned orders. */
    static List<ErpOrder> in(byte[] bytes) {
        SpilledOrders orders = new SpilledOrders();
        SpilledRows rows = new SpilledRows(bytes);
        while (rows.hasMore()) {
            orders.take(rows);
        }
        return orders.orders.values().stream()
                .filter(order -> !order.planned().isEmpty())
                .map(OrderParts::order)
                .toList();
    }

    private void take(SpilledRows rows) {
        ErpTable table = rows.table();
        String order = Objects.requireNonNull(rows.text());
        switch (table) {
            case HEADS -> orders.put(order, new OrderParts(head(order, rows)));
            case NOTES -> takeNote(orders.get(order), rows.text());
            case ACCESSORIES -> take(orders.get(order), accessory(rows));
            case OPERATIONS -> take(orders.get(order), new Operation(rows.text(), rows.text()));
        }
    }

    private static OrderHead head(String order, SpilledRows rows) {
        return new OrderHead(order, rows.number(), rows.number(), rows.text(), rows.text(), rows.text());
    }

    private static Accessory accessory(SpilledRows rows) {
        return new Accessory(rows.number(), rows.number(), rows.number(), rows.text(), rows.text());
    }

    private static void takeNote(@Nullable OrderParts order, @Nullable String dated) {
        if (order != null) {
            order.planned().add(dated);
        }
    }

    private static void take(@Nullable OrderParts order, Accessory accessory) {
        if (order != null) {
            order.accessories().add(accessory);
        }
    }

    private static void take(@Nullable OrderParts order, Operation operation) {
        if (order != null) {
            order.operations().add(operation);
        }
    }
}
