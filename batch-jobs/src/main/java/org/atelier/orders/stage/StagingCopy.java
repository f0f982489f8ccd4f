package org.atelier.orders.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.CopyRows;
import org.atelier.orders.row.OrderReject;
import org.atelier.orders.row.StagedRow;
import org.atelier.orders.row.TableRows;
import org.atelier.orders.row.TargetTable;
import org.atelier.sql.Columns;
import org.jspecify.annotations.Nullable;

/** Copies rows and rejects into the staging tables, in the transaction that is open. Thread-safe. */
public final class StagingCopy {

    /** The staging table of rejects. */
    public static final String REJECTS = "etape_commandes_rejets";

    /** What is kept of a reject. */
    public static final Columns REJECT =
            Columns.of("cible", "id_commande", "numero_commande", "extension", "colonne", "motif", "valeur");

    private static final String REJECTS_COPIED =
            REJECTS + " (" + REJECT.and("entiere").list() + ")";

    private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

    private final BulkCopy bulk;
    private final Path spill;

    /** @param spill where rows go that do not fit into memory */
    public StagingCopy(BulkCopy bulk, Path spill) {
        this.bulk = bulk;
        this.spill = spill;
    }

    /**
     * Copies a batch. A row that the server refuses for what is in it becomes a reject, and the others are copied.
     *
     * @return what was copied
     * @throws SQLException when the server refuses it for another reason, or is gone
     */
    public StagedBatch copy(StagedBatch batch) throws IOException, SQLException {
        Map<TargetTable, TableRows> copied = new TreeMap<>();
        for (TableRows table : batch.tables().values()) {
            List<StagedRow> refused = new ArrayList<>();
            List<OrderReject> rejects = new ArrayList<>();
            copy(table.table(), table.rows(), (row, why) -> {
                refused.add(row);
                rejects.add(RefusedRow.reject(table.table(), row, why));
            });
            TableRows rest = refused.isEmpty() ? table : table.without(refused, rejects);
            copyRejects(rest.rejects());
            copied.put(table.table(), rest);
        }
        return new StagedBatch(batch.heads(), copied);
    }

    /** Finds the refused ones by halves, for one COPY tells of one at most. */
    private void copy(TargetTable table, List<StagedRow> rows, BiConsumer<StagedRow, SQLException> refused)
            throws IOException, SQLException {
        try {
            send(table, rows);
        } catch (SQLException e) {
            if (!RefusedRow.isForItsData(e)) {
                throw e;
            }
            if (rows.size() == 1) {
                refused.accept(rows.get(0), e);
                return;
            }
            int half = rows.size() / 2;
            copy(table, rows.subList(0, half), refused);
            copy(table, rows.subList(half, rows.size()), refused);
        }
    }

    private void send(TargetTable table, List<StagedRow> staged) throws IOException, SQLException {
        try (CopyRows rows = new CopyRows(spill)) {
            boolean extra = table == TargetTable.ROLLER_SHUTTERS;
            for (StagedRow row : staged) {
                rows.row(row.values().size() + (extra ? 1 : 0));
                for (Object value : row.values()) {
                    add(rows, value);
                }
                if (extra) {
                    rows.text(row.order());
                }
            }
            bulk.copyOrUndo(table.staging() + " (" + columns(table) + ")", rows);
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
                        .text(reject.number())
                        .text(reject.extension())
                        .text(reject.column())
                        .text(reject.reason().name())
                        .text(reject.value())
                        .bool(reject.whole());
            }
            bulk.copy(REJECTS_COPIED, rows);
        }
    }
}
