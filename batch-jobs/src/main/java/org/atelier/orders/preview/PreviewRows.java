package org.atelier.orders.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.atelier.orders.row.StagedRow;
import org.atelier.orders.row.TableRows;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.row.TargetTable.Column;
import org.atelier.orders.stage.StagedBatch;
import org.jspecify.annotations.Nullable;

/** The first rows of both tables, in columns that fit both. Not thread-safe. */
final class PreviewRows {

    static final List<String> COLUMNS = List.of(
            "profile",
            "order",
            "number",
            "extension",
            "status",
            "affair",
            "changed",
            "accessory",
            "operation",
            "stock");

    private static final Map<TargetTable, List<String>> SOURCES = Map.of(
            TargetTable.ROLLER_SHUTTERS,
            List.of(
                    "numero_commande",
                    "extension",
                    "status",
                    "",
                    "date_modification",
                    "coffre",
                    "",
                    "gestion_en_stock"),
            TargetTable.SHUTTERS,
            List.of(
                    "numero_commande",
                    "extension",
                    "statut",
                    "affaire",
                    "date_modification",
                    "code_accessoire",
                    "numero_operation",
                    ""));

    private final int most;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    PreviewRows(int most) {
        this.most = most;
    }

    boolean isFull() {
        return rows.size() >= most;
    }

    void add(StagedBatch batch) {
        for (TableRows table : batch.tables().values()) {
            for (StagedRow row : table.rows()) {
                if (!isFull()) {
                    rows.add(shown(table.table(), row));
                }
            }
        }
    }

    private static List<@Nullable Object> shown(TargetTable table, StagedRow row) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        List<@Nullable Object> shown = new ArrayList<>(Arrays.asList(table.profile(), row.order()));
        for (String source : SOURCES.getOrDefault(table, List.of())) {
            Object value = source.isEmpty() ? null : row.values().get(names.indexOf(source));
            shown.add(value == null ? null : String.valueOf(value));
        }
        return shown;
    }

    List<List<@Nullable Object>> rows() {
        return rows;
    }
}
