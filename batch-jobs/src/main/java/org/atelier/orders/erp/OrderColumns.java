package org.atelier.orders.erp;

import java.util.Map;

/**
 * What is read of each table, and under which names: the order's key first, {@code order_id}.
 *
 * @param tables as they are called on this server
 * @param affairs whether affairs are read at all
 */
record OrderColumns(ErpTables tables, boolean affairs) {

    private static final Map<ErpTable, String> COLUMNS = Map.of(
            ErpTable.NOTES, "Notiz as note, cast(Datum as char) as dated",
            ErpTable.ACCESSORIES, "Position as position, Kennung as kind, ZNr as number, ZCode as code, Text as text",
            ErpTable.OPERATIONS, "Nummer as number, Bezeichnung as name");

    /** A select of all rows, to which conditions may be added. */
    String select(ErpTable table) {
        String columns = table == ErpTable.HEADS
                ? "ID as order_id, AuftragsTyp as type, AuNummer as number, AuAlpha as extension, AufStatus as status, "
                        + (affairs ? "Kommission" : "null") + " as affair"
                : ErpTable.ORDER + " as order_id, " + COLUMNS.get(table);
        return "select " + columns + " from " + tables.quoted(table);
    }
}
