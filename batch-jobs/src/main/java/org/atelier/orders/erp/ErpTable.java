package org.atelier.orders.erp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables of the ERP that are read, and their columns. Names of columns are free of case in MySQL. */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of are
public enum ErpTable {
    /** Order heads. */
    HEADS(
            "A_Kopf",
            Column.text("ID"),
            Column.number("AuftragsTyp"),
            Column.number("AuNummer"),
            Column.text("AuAlpha"),
            Column.text("Kommission"),
            Column.text("AufStatus")),
    /** The log book, whose notes say what is planned. */
    NOTES("A_Logbuch", Column.text("ID_A_Kopf"), Column.date("Datum"), Column.text("Notiz")),
    /** Accessories. */
    ACCESSORIES(
            "P_Zubeh",
            Column.text("ID_A_Kopf"),
            Column.number("Position"),
            Column.number("Kennung"),
            Column.number("ZNr"),
            Column.text("ZCode"),
            Column.text("Text")),
    /** Operations. */
    OPERATIONS("A_Vorgang", Column.text("ID_A_Kopf"), Column.text("Nummer"), Column.text("Bezeichnung"));

    /** The column that the three others are joined to the heads by. */
    static final String ORDER = "ID_A_Kopf";

    private final String usualName;
    private final List<Column> columns;

    ErpTable(String usualName, Column... columns) {
        this.usualName = usualName;
        this.columns = List.of(columns);
    }

    /** What the table is called where nobody changed it; the real name may differ in case. */
    public String usualName() {
        return usualName;
    }

    List<Column> columns() {
        return columns;
    }

    /**
     * A column that is read.
     *
     * @param name as usual
     * @param types what {@code information_schema} may call its type
     */
    record Column(String name, List<String> types) {

        static Column text(String name) {
            return of(name, "char varchar tinytext text mediumtext longtext");
        }

        static Column number(String name) {
            return of(name, "tinyint smallint mediumint int bigint");
        }

        static Column date(String name) {
            return of(name, "datetime timestamp date");
        }

        private static Column of(String name, String types) {
            return new Column(name, Arrays.asList(types.split(" ")));
        }

        boolean isText() {
            return types.contains("varchar");
        }

        boolean takes(String type) {
            return types.contains(type.toLowerCase(Locale.ROOT));
        }
    }
}
