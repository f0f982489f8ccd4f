package org.atelier.orders.erp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
     * @param isNumber whether a number is made of what it holds
     * @param types what {@code information_schema} may call its type
     */
    record Column(String name, boolean isNumber, List<String> types) {

        private static final List<String> TEXTS = words("char varchar tinytext text mediumtext longtext");
        private static final List<String> INTEGERS = words("tinyint smallint mediumint int bigint");

        static Column text(String name) {
            return new Column(name, false, TEXTS);
        }

        /** What no number can be made of is the fault of one order, and not of a table. */
        static Column number(String name) {
            return new Column(
                    name,
                    true,
                    Stream.of(INTEGERS, words("decimal float double"), TEXTS)
                            .flatMap(List::stream)
                            .toList());
        }

        static Column date(String name) {
            return new Column(name, false, words("datetime timestamp date"));
        }

        private static List<String> words(String words) {
            return Arrays.asList(words.split(" "));
        }

        static boolean isText(String type) {
            return TEXTS.contains(type.toLowerCase(Locale.ROOT));
        }

        static boolean isInteger(String type) {
            return INTEGERS.contains(type.toLowerCase(Locale.ROOT));
        }

        boolean takes(String type) {
            return types.contains(type.toLowerCase(Locale.ROOT));
        }
    }
}
