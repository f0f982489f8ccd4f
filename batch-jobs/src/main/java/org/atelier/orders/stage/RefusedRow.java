package org.atelier.orders.stage;

import java.sql.SQLException;
import java.util.List;
import org.atelier.orders.row.OrderReject;
import org.atelier.orders.row.OrderReject.Reason;
import org.atelier.orders.row.StagedRow;
import org.atelier.orders.row.TargetTable;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A row that the server refuses although the program took it for good: what a reject says of it. */
final class RefusedRow {

    private static final String DATA = "22";
    private static final String CONSTRAINT = "23";
    private static final String TOO_LONG = "22001";
    private static final List<String> RANGES = List.of("22003", "22007", "22008");

    private RefusedRow() {}

    /** Whether a statement failed for what is in its rows: another row in their place may be taken. */
    static boolean isForItsData(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith(DATA) || state.startsWith(CONSTRAINT);
    }

    /** The value is left out: of a protected column it may not be kept, and here that is not known any more. */
    static OrderReject reject(TargetTable table, StagedRow row, SQLException why) {
        return new OrderReject(
                table,
                row.order(),
                value(table, row, "numero_commande"),
                value(table, row, "extension"),
                column(table, why),
                reason(String.valueOf(why.getSQLState())),
                null,
                true);
    }

    private static Reason reason(String state) {
        if (state.equals(TOO_LONG)) {
            return Reason.TOO_LONG;
        }
        return RANGES.contains(state) ? Reason.OUT_OF_RANGE : Reason.NOT_STORABLE;
    }

    private static @Nullable String value(TargetTable table, StagedRow row, String column) {
        List<String> names =
                table.columns().stream().map(TargetTable.Column::name).toList();
        Object value = row.values().get(names.indexOf(column));
        return value == null ? null : value.toString();
    }

    /** Which column it was, as far as the server says; else that of the key. */
    private static String column(TargetTable table, SQLException why) {
        ServerErrorMessage answer = why instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String where =
                answer == null ? "" : answer.getColumn() + " " + answer.getConstraint() + " " + answer.getWhere() + " ";
        return table.columns().stream()
                .map(TargetTable.Column::name)
                .filter(name -> where.startsWith(name + " ")
                        || where.contains("column " + name + ":")
                        || where.contains("column " + name + " "))
                .findFirst()
                .orElse(table.columns().get(0).name());
    }
}
