package org.atelier.orders.erp;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Heads in the order of their numbers by a server-side cursor, and for each batch of heads what belongs to them: the
 * first orders come at once, however many there are.
 */
final class FirstOrders implements OrderReader {

    /** Heads a batch, where nobody says how many there will be. */
    private static final int BATCH = 1_000;

    /** As many keys as go into one statement, for without an index each of them reads the whole table. */
    private static final int MOST = 25_000;

    private final ErpConnection erp;
    private final OrderColumns columns;
    private final OrderDetails details;
    private final @Nullable Integer limit;
    private final int size;
    private @Nullable ResultSet rows;
    private @Nullable OrderHead ahead;

    FirstOrders(ErpConnection erp, OrderColumns columns, Predicate<String> planned, @Nullable Integer limit) {
        this.erp = erp;
        this.columns = columns;
        this.limit = limit;
        this.size = limit == null ? BATCH : Math.max(1, Math.min(limit, MOST));
        this.details = new OrderDetails(columns, planned, size);
    }

    @Override
    public @Nullable OrderBatch next() throws IOException {
        Optional<OrderBatch> batch = erp.read(connection -> {
            List<OrderHead> heads = nextHeads(connection);
            return heads.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OrderBatch.of(heads.size(), details.of(connection, heads)));
        });
        return batch.orElse(null);
    }

    private List<OrderHead> nextHeads(Connection connection) throws SQLException {
        ResultSet cursor = rows;
        if (cursor == null) {
            cursor = open(connection);
            ahead = OrderHead.next(cursor);
        }
        List<OrderHead> heads = new ArrayList<>(size);
        OrderHead head = ahead;
        while (head != null && (heads.size() < size || head.sharesNumberWith(heads.get(heads.size() - 1)))) {
            heads.add(head);
            head = OrderHead.next(cursor);
        }
        ahead = head;
        return heads;
    }

    private ResultSet open(Connection connection) throws SQLException {
        PreparedStatement select = connection.prepareStatement(
                columns.select(ErpTable.HEADS) + columns.byNumber() + (limit == null ? "" : " limit " + limit));
        select.setFetchSize(size);
        ResultSet cursor = select.executeQuery();
        rows = cursor;
        return cursor;
    }

    /** The end of the connection closes all that was opened. */
    @Override
    public void close() {
        rows = null;
    }
}
