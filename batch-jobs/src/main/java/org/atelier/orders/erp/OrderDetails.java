package org.atelier.orders.erp;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.atelier.orders.erp.ErpOrder.Accessory;
import org.atelier.orders.erp.ErpOrder.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to heads: their notes first, and for the planned ones accessories and operations. Asked for by lists of
 * keys, which any index on {@code ID_A_Kopf} serves; the server's collation may find too much, and exact code points
 * decide here.
 */
final class OrderDetails {

    private static final Map<ErpTable, String> COLUMNS = Map.of(
            ErpTable.NOTES, "Notiz as note, cast(Datum as char) as dated",
            ErpTable.ACCESSORIES, "Position as position, Kennung as kind, ZNr as number, ZCode as code, Text as text",
            ErpTable.OPERATIONS, "Nummer as number, Bezeichnung as name");

    private final ErpTables tables;
    private final Predicate<String> planned;
    private final int most;
    private final Map<ErpTable, PreparedStatement> statements = new EnumMap<>(ErpTable.class);

    OrderDetails(ErpTables tables, Predicate<String> planned, int most) {
        this.tables = tables;
        this.planned = planned;
        this.most = most;
    }

    static boolean areIndexed(ErpTables tables) {
        return COLUMNS.keySet().stream().allMatch(table -> tables.get(table).isIndexedByOrder());
    }

    /** The planned orders among the heads, in their order. */
    List<ErpOrder> of(Connection connection, List<OrderHead> heads) throws SQLException {
        Map<String, OrderHead> byId = new LinkedHashMap<>();
        heads.forEach(head -> byId.put(head.id(), head));
        Map<String, List<@Nullable String>> dates = new HashMap<>();
        each(connection, ErpTable.NOTES, byId.keySet(), (order, row) -> {
            String note = row.getString("note");
            if (note != null && planned.test(note)) {
                dates.computeIfAbsent(order, key -> new ArrayList<>()).add(row.getString("dated"));
            }
        });
        byId.keySet().retainAll(dates.keySet());
        Map<String, List<Accessory>> accessories = new HashMap<>();
        each(
                connection,
                ErpTable.ACCESSORIES,
                byId.keySet(),
                (order, row) -> accessories
                        .computeIfAbsent(order, key -> new ArrayList<>())
                        .add(accessory(row)));
        Map<String, List<Operation>> operations = new HashMap<>();
        each(
                connection,
                ErpTable.OPERATIONS,
                byId.keySet(),
                (order, row) -> operations
                        .computeIfAbsent(order, key -> new ArrayList<>())
                        .add(new Operation(row.getString("number"), row.getString("name"))));
        List<ErpOrder> orders = new ArrayList<>(byId.size());
        byId.forEach((id, head) -> orders.add(new ErpOrder(
                id,
                head.type(),
                head.number(),
                head.extension(),
                head.status(),
                head.affair(),
                dates.getOrDefault(id, List.of()),
                accessories.getOrDefault(id, List.of()),
                operations.getOrDefault(id, List.of()))));
        return orders;
    }

    private static Accessory accessory(ResultSet row) throws SQLException {
        return new Accessory(
                OrderHead.number(row, "position"),
                OrderHead.number(row, "kind"),
                OrderHead.number(row, "number"),
                row.getString("code"),
                row.getString("text"));
    }

    /** Takes a row of the order of that key. */
    @FunctionalInterface
    private interface Rows {

        void take(String order, ResultSet row) throws SQLException;
    }

    private void each(Connection connection, ErpTable table, Set<String> orders, Rows rows) throws SQLException {
        List<String> keys = List.copyOf(orders);
        for (int from = 0; from < keys.size(); from += most) {
            PreparedStatement select = statement(connection, table);
            for (int i = 0; i < most; i++) {
                // A list of always the same length is prepared once; its last key fills it up.
                select.setString(i + 1, keys.get(Math.min(from + i, keys.size() - 1)));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String order = row.getString("order_id");
                    if (orders.contains(order)) {
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
        PreparedStatement made = connection.prepareStatement("select " + ErpTable.ORDER + " as order_id, "
                + COLUMNS.get(table) + " from " + tables.quoted(table) + " where " + ErpTable.ORDER + " in (?"
                + ",?".repeat(most - 1) + ")");
        // Row by row: an order may have any number of them.
        made.setFetchSize(Integer.MIN_VALUE);
        statements.put(table, made);
        return made;
    }
}
