package org.atelier.orders.erp;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.atelier.orders.erp.ErpOrder.Accessory;
import org.atelier.orders.erp.ErpOrder.Operation;

/**
 * What belongs to heads: their notes first, and for the planned ones accessories and operations. Asked for by lists of
 * keys, which an index on {@code ID_A_Kopf} serves; the server's collation may find too much, and exact code points
 * decide here.
 */
final class OrderDetails {

    private final OrderColumns columns;
    private final Predicate<String> planned;
    private final int most;
    private final Map<ErpTable, PreparedStatement> statements = new EnumMap<>(ErpTable.class);

    OrderDetails(OrderColumns columns, Predicate<String> planned, int most) {
        this.columns = columns;
        this.planned = planned;
        this.most = most;
    }

    /** The planned orders among the heads, in their order. */
    List<ErpOrder> of(Connection connection, List<OrderHead> heads) throws SQLException {
        Map<String, OrderParts> orders = new LinkedHashMap<>();
        heads.forEach(head -> orders.put(head.id(), new OrderParts(head)));
        each(connection, ErpTable.NOTES, orders, (order, row) -> {
            String note = row.getString("note");
            if (note != null && planned.test(note)) {
                order.planned().add(row.getString("dated"));
            }
        });
        orders.values().removeIf(order -> order.planned().isEmpty());
        each(
                connection,
                ErpTable.ACCESSORIES,
                orders,
                (order, row) -> order.accessories().add(accessory(row)));
        each(
                connection,
                ErpTable.OPERATIONS,
                orders,
                (order, row) -> order.operations().add(new Operation(row.getString("number"), row.getString("name"))));
        return orders.values().stream().map(OrderParts::order).toList();
    }

    private static Accessory accessory(ResultSet row) throws SQLException {
        return new Accessory(
                NumberColumns.number(row, "position"),
                NumberColumns.number(row, "kind"),
                NumberColumns.number(row, "number"),
                row.getString("code"),
                row.getString("text"));
    }

    /** Takes a row of an order. */
    @FunctionalInterface
    private interface Rows {

        void take(OrderParts order, ResultSet row) throws SQLException;
    }

    private void each(Connection connection, ErpTable table, Map<String, OrderParts> orders, Rows rows)
            throws SQLException {
        List<String> keys = List.copyOf(orders.keySet());
        for (int from = 0; from < keys.size(); from += most) {
            PreparedStatement select = statement(connection, table);
            for (int i = 0; i < most; i++) {
                // A list of always the same length is prepared once; its last key fills it up.
                select.setString(i + 1, keys.get(Math.min(from + i, keys.size() - 1)));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    OrderParts order = orders.get(row.getString("order_id"));
                    if (order != null) {
                        rows.take(order, row);
                    }
                }
            }
        }
    }

    private PreparedStatement statement(Connection connection, ErpTable table) throws SQLException {
        PreparedStatement known = statements.get(table);
        if (known != null) {
            return known;
        }
        PreparedStatement made = connection.prepareStatement(
                columns.select(table) + " where " + ErpTable.ORDER + " in (?" + ",?".repeat(most - 1) + ")");
        // Row by row: an order may have any number of them.
        made.setFetchSize(Integer.MIN_VALUE);
        statements.put(table, made);
        return made;
    }
}
