package org.atelier.orders.erp;

/**
 * What is read of each table, and under which names: the order's key first, {@code order_id}.
 *
 * @param tables as they are called on this server
 * @param affairs whether affairs are read at all
 */
record OrderColumns(ErpTables tables, boolean affairs) {

    /** A select of all rows, to which conditions may be added. */
    String select(ErpTable table) {
        return "select " + columns(table) + " from " + tables.quoted(table);
    }

    private String columns(ErpTable table) {
        return switch (table) {
            case HEADS ->
                "ID as order_id, " + number(table, "AuftragsTyp") + " as type, " + number(table, "AuNummer")
                        + " as number, AuAlpha as extension, AufStatus as status, "
                        + (affairs ? "Kommission" : "null") + " as affair";
            case NOTES -> ErpTable.ORDER + " as order_id, Notiz as note, cast(Datum as char) as dated";
            case ACCESSORIES ->
                ErpTable.ORDER + " as order_id, " + number(table, "Position") + " as position, "
                        + number(table, "Kennung") + " as kind, " + number(table, "ZNr")
                        + " as number, ZCode as code, Text as text";
            case OPERATIONS -> ErpTable.ORDER + " as order_id, Nummer as number, Bezeichnung as name";
        };
    }

    private String number(ErpTable table, String column) {
        return tables.get(table).expression(ErpTable.Column.number(column));
    }

    /** Orders heads by their numbers, equal ones side by side, whatever the column's type. */
    String byNumber() {
        boolean text = ErpTable.Column.isText(tables.get(ErpTable.HEADS).type(ErpTable.Column.number("AuNummer")));
        return text ? " order by AuNummer + 0, AuNummer" : " order by AuNummer";
    }

    /** Whether all numbers that are read of a table are of types of whole numbers. */
    boolean hasIntegers(ErpTable table) {
        SourceTable source = tables.get(table);
        return table.columns().stream()
                .filter(ErpTable.Column::isNumber)
                .allMatch(column -> ErpTable.Column.isInteger(source.type(column)));
    }
}
