package org.atelier.orders.row;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables that are kept equal to the ERP, with the columns that are compared. The key's columns come first. */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of are
public enum TargetTable {
    /** Profile {@code volets-roulants}: a row for number and extension. */
    ROLLER_SHUTTERS(
            "volets-roulants",
            "commandes_volets_roulants",
            2,
            Column.text("numero_commande", 20),
            Column.text("extension", 5),
            Column.text("status", 50),
            new Column("date_modification", Column.Type.DATE, 0),
            Column.text("coffre", 50),
            new Column("gestion_en_stock", Column.Type.INTEGER, 0)),

    /** Profile {@code volets}: a row for an order. */
    SHUTTERS(
            "volets",
            "commandes_volets",
            1,
            Column.text("id_commande", 32),
            new Column("numero_commande", Column.Type.INTEGER, 0),
            Column.text("extension", 5),
            Column.text("statut", 50),
            Column.text("affaire", 100),
            new Column("date_modification", Column.Type.TIMESTAMP, 0),
            Column.text("code_accessoire", 20),
            Column.text("description_accessoire", Column.UNLIMITED),
            Column.text("numero_operation", 20),
            Column.text("description_operation", Column.UNLIMITED));

    private final String profile;
    private final String table;
    private final int keyColumns;
    private final List<Column> columns;
    private final Map<String, Integer> positions;

    TargetTable(String profile, String table, int keyColumns, Column... columns) {
        this.profile = profile;
        this.table = table;
        this.keyColumns = keyColumns;
        this.columns = List.of(columns);
        this.positions = IntStream.range(0, columns.length)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> columns[i].name(), i -> i));
    }

    /**
     * The table of that name.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static TargetTable named(String table) {
        return Arrays.stream(values())
                .filter(each -> each.table.equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No table " + table));
    }

    /** The profiles of all. */
    public static List<String> profiles() {
        return Stream.of(values()).map(TargetTable::profile).toList();
    }

    /** The profile that selects its orders. */
    public String profile() {
        return profile;
    }

    /** Its name. */
    public String table() {
        return table;
    }

    /** The name of its staging table. */
    public String staging() {
        return "etape_" + table;
    }

    /** What is compared, the key first. */
    public List<Column> columns() {
        return columns;
    }

    /** Columns of the key. */
    public List<Column> key() {
        return columns.subList(0, keyColumns);
    }

    /** Columns beside the key. */
    public List<Column> otherColumns() {
        return columns.subList(keyColumns, columns.size());
    }

    /** The column of that name. */
    Column column(String name) {
        return columns.get(position(name));
    }

    /** The place of that column among {@link #columns}. */
    int position(String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw new IllegalArgumentException("No column " + name + " in " + table);
        }
        return position;
    }

    /**
     * A column.
     *
     * @param name in SQL
     * @param type its type
     * @param length longest text in code points
     */
    public record Column(String name, Type type, int length) {

        /** Of a column without a limit of its own: four bytes each, they come to the gigabyte of PostgreSQL. */
        public static final int UNLIMITED = 250_000_000;

        /** Types of columns. */
        public enum Type {
            TEXT,
            INTEGER,
            DATE,
            TIMESTAMP
        }

        static Column text(String name, int length) {
            return new Column(name, Type.TEXT, length);
        }
    }
}
