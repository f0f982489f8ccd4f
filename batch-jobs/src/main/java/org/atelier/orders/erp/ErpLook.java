package org.atelier.orders.erp;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the ERP holds, whatever orders it belongs to: its tables, and single columns, row by row. Not thread-safe. */
public final class ErpLook {

    private static final Map<ErpTable, String> COLUMNS = Map.of(
            ErpTable.HEADS, "AufStatus",
            ErpTable.NOTES, "Notiz",
            ErpTable.ACCESSORIES, "ZCode",
            ErpTable.OPERATIONS, "Nummer");

    private final ErpConnection erp;
    private final ErpTables tables;

    /**
     * @param erp the snapshot
     * @param tables of it
     */
    public ErpLook(ErpConnection erp, ErpTables tables) {
        this.erp = erp;
        this.tables = tables;
    }

    /** All tables that are read, with their rows counted. */
    public List<TableLook> tables() throws IOException {
        List<TableLook> looks = new ArrayList<>();
        for (ErpTable table : ErpTable.values()) {
            SourceTable source = tables.get(table);
            looks.add(new TableLook(table, source.name(), source.engine(), number("count(*)", table)));
        }
        return looks;
    }

    /** How many heads there are. */
    public long heads() throws IOException {
        return number("count(*)", ErpTable.HEADS);
    }

    /** How many orders have rows in a table other than that of the heads. */
    public long ordersIn(ErpTable table) throws IOException {
        return number("count(distinct cast(" + ErpTable.ORDER + " as binary))", table);
    }

    private long number(String expression, ErpTable table) throws IOException {
        return erp.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select " + expression + " as number from " + quoted(table));
                    ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong("number") : 0L;
            }
        });
    }

    /**
     * The column of a table that the selection tests, row by row: of heads the status, of the log book the note, of
     * accessories the code, of operations the number.
     */
    public void values(ErpTable table, Consumer<@Nullable String> each) throws IOException {
        erp.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select " + COLUMNS.get(table) + " as value from " + quoted(table))) {
                select.setFetchSize(Integer.MIN_VALUE);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        each.accept(row.getString("value"));
                    }
                }
                return true;
            }
        });
    }

    private String quoted(ErpTable table) {
        return tables.quoted(table);
    }
}
