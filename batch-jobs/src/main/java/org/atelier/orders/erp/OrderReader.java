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
 * Reads the orders of one snapshot, batch by batch: heads in the order of their numbers by a server-side cursor, and
 * for each batch of heads what belongs to them. However large the tables are, one batch is in memory. The end of the
 * connection closes all it opens. Not thread-safe.
 */
public final class OrderReader {

    /** Heads a batch; more when a table would have to be read as a whole for each batch. */
    private static final int BATCH = 1_000;

    private static final int BATCH_WITHOUT_INDEX = 25_000;

    private final ErpConnection erp;
    private final ErpTables tables;
    private final OrderDetails details;
    private final boolean affairs;
    private final @Nullable Integer limit;
    private final int size;
    private @Nullable ResultSet rows;
    private @Nullable OrderHead ahead;

    /**
     * Begins.
     *
     * @param erp the snapshot; the caller closes it after this
     * @param planned whether a note, as it stands there, says that its order is planned
     * @param affairs whether affairs are read at all
     * @param limit read at most so many heads, null for all
     */
    public OrderReader(
            ErpConnection erp, ErpTables tables, Predicate<String> planned, boolean affairs, @Nullable Integer limit) {
        this.erp = erp;
        this.tables = tables;
        this.affairs = affairs;
        this.limit = limit;
        this.size = OrderDetails.areIndexed(tables) ? BATCH : BATCH_WITHOUT_INDEX;
        this.details = new OrderDetails(tables, planned, size);
    }

    /** How many heads the snapshot has; to be asked before the first batch. */
    public long countHeads() throws IOException {
        return erp.read(connection -> {
            try (PreparedStatement count = connection.prepareStatement("select count(*) as heads from " + heads());
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong("heads");
            }
        });
    }

    /** The next batch; null after the last one. */
    public @Nullable OrderBatch next() throws IOException {
        Optional<OrderBatch> batch = erp.read(connection -> {
            List<OrderHead> heads = nextHeads(connection);
            return heads.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OrderBatch(heads.size(), details.of(connection, heads)));
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
                "select ID as id, AuftragsTyp as type, AuNummer as number, AuAlpha as extension, AufStatus as status, "
                        + (affairs ? "Kommission" : "null") + " as affair from " + heads() + " order by AuNummer"
                        + (limit == null ? "" : " limit " + limit));
        select.setFetchSize(size);
        ResultSet cursor = select.executeQuery();
        rows = cursor;
        return cursor;
    }

    private String heads() {
        return tables.quoted(ErpTable.HEADS);
    }
}
