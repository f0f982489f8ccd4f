package org.atelier.orders.erp;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fingerprints of the ERP's tables in one snapshot, computed by its server: of each the number of rows, and the sum of
 * the first 64 bits of the MD5 of every row's columns that are read. Equal fingerprints mean equal rows, whatever their
 * order. A table is asked for once. Not thread-safe.
 */
public final class SourceSums {

    /** The first that differs makes the others needless, so those that cost most come last. */
    private static final List<ErpTable> CHEAPEST_FIRST =
            List.of(ErpTable.HEADS, ErpTable.OPERATIONS, ErpTable.NOTES, ErpTable.ACCESSORIES);

    private static final String AFFAIR = "Kommission";

    private final ErpConnection erp;
    private final ErpTables tables;
    private final boolean affairs;
    private final Map<ErpTable, String> sums = new EnumMap<>(ErpTable.class);

    /**
     * Asks for nothing yet.
     *
     * @param erp the snapshot
     * @param tables of it
     * @param affairs whether affairs are read at all
     */
    public SourceSums(ErpConnection erp, ErpTables tables, boolean affairs) {
        this.erp = erp;
        this.tables = tables;
        this.affairs = affairs;
    }

    /** Whether all tables have these fingerprints; stops at the first that has not. */
    public boolean areLike(Map<ErpTable, String> known) throws IOException {
        for (ErpTable table : CHEAPEST_FIRST) {
            if (!of(table).equals(known.get(table))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Asks for the tables that the snapshot does not cover; to be called before any row is read. A row of them that
     * changes while others are read then differs from the fingerprint, and is read by the next run.
     */
    public void askBeforeReading() throws IOException {
        for (ErpTable table : CHEAPEST_FIRST) {
            if (!tables.get(table).isInSnapshot()) {
                of(table);
            }
        }
    }

    /** The fingerprints of all tables. */
    public Map<ErpTable, String> all() throws IOException {
        for (ErpTable table : CHEAPEST_FIRST) {
            of(table);
        }
        return Map.copyOf(sums);
    }

    private String of(ErpTable table) throws IOException {
        String known = sums.get(table);
        if (known != null) {
            return known;
        }
        String asked = erp.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql(table));
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString("fingerprint");
            }
        });
        sums.put(table, asked);
        return asked;
    }

    /**
     * A sum of whole numbers is exact, and rows of equal values do not cancel out as in an exclusive or. A row too long
     * for the server to put together is null, and so is its MD5: it counts as another one each time.
     */
    private String sql(ErpTable table) {
        String values = table.columns().stream()
                .filter(column -> affairs || !column.name().equals(AFFAIR))
                .map(column -> sql(tables.get(table), column))
                .collect(Collectors.joining(", ',', "));
        return "select concat(count(*), ' ', coalesce(sum(cast(coalesce("
                + "conv(left(md5(concat(" + values + ")), 16), 16, 10), uuid_short()) as unsigned)), 0))"
                + " as fingerprint from " + tables.quoted(table);
    }

    /** Texts are quoted: null is not the text NULL then, and no value runs into the next. */
    private static String sql(SourceTable table, ErpTable.Column column) {
        String value = table.expression(column);
        return ErpTable.Column.isText(table.type(column))
                ? "quote(convert(" + value + " using utf8mb4))"
                : "coalesce(" + value + ", 'NULL')";
    }
}
