package org.atelier.orders.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.CopyRows;
import org.atelier.orders.row.OrderReject;
import org.atelier.orders.row.StagedRow;
import org.atelier.orders.row.TableRows;
import org.atelier.orders.row.TargetTable;
import org.jspecify.annotations.Nullable;

/** Copies rows and rejects into the staging tables, in the transaction that is open. Thread-safe. */
public final class StagingCopy {

    /** The staging table of rejects. */
    public static final String REJECTS = "etape_commandes_rejets";

    private static final String REJECT_COLUMNS =
            " (cible, id_commande, numero_commande, extension, colonne, motif, valeur, entiere)";

    private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

    private final BulkCopy bulk;
    private final Path spill;

    /** @param spill where rows go that do not fit into memory */
    public StagingCopy(BulkCopy bulk, Path spill) {
        this.bulk = bulk;
        this.spill = spill;
    }

    /**
     * Copies a batch.
     *
     * @throws SQLException when the server refuses it or is gone
     */
    public void copy(StagedBatch batch) throws IOException, SQLException {
        for (TableRows rows : batch.tables().values()) {
            copy(rows);
            copyRejects(rows.rejects());
        }
    }

    private void copy(TableRows table) throws IOException, SQLException {
        try (CopyRows rows = new CopyRows(spill)) {
            for (StagedRow row : table.rows()) {
                boolean extra = table.table() == TargetTable.ROLLER_SHUTTERS;
                rows.row(row.values().size() + (extra ? 1 : 0));
                for (Object value : row.values()) {
                    add(rows, value);
                }
                if (extra) {
                    rows.text(row.order());
                }
            }
            bulk.copy(table.table().staging() + " (" + columns(table.table()) + ")", rows);
        }
    }

    private static String columns(TargetTable table) {
        String columns = table.columns().stream().map(TargetTable.Column::name).collect(Collectors.joining(", "));
        return table == TargetTable.ROLLER_SHUTTERS ? columns + ", id_commande" : columns;
    }

    private static void add(CopyRows rows, @Nullable Object value) throws IOException {
        if (value instanceof Integer number) {
            rows.integer(number);
        } else if (value instanceof LocalDate day) {
            rows.date(day);
        } else if (value instanceof LocalDateTime time) {
            rows.timestamp(EPOCH.until(time, ChronoUnit.MICROS));
        } else {
            rows.text((String) value);
        }
    }

    private void copyRejects(List<OrderReject> rejects) throws IOException, SQLException {
        try (CopyRows rows = new CopyRows(spill)) {
            for (OrderReject reject : rejects) {
                rows.row(8)
                        .text(reject.table().table())
                        .text(reject.order())
                        .text(reject.number() == null ? null : reject.number().toString())
                        .text(reject.extension())
                        .text(reject.column())
                        .text(reject.reason().name())
                        .text(reject.value())
                        .bool(reject.whole());
            }
            bulk.copy(REJECTS + REJECT_COLUMNS, rows);
        }
    }
}
