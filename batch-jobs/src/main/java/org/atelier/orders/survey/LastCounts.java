package org.atelier.orders.survey;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.atelier.orders.erp.ErpTable;
import org.atelier.orders.erp.TableLook;
import org.jspecify.annotations.Nullable;

/**
 * How many rows the ERP's tables had when a run merged last. Immutable.
 *
 * @param at when that was
 * @param rows by table; those of order heads are always known, the others when the run kept fingerprints
 */
public record LastCounts(Instant at, Map<ErpTable, Long> rows) {

    private static final int ALWAYS_ALLOWED = 10;

    private static final String NEWEST = """
            select p.date_fusion, p.commandes_lues, l.operations, l.notes, l.accessoires
              from plan_commandes p left join lecture_commandes l using (job_instance_id)
             where p.date_fusion is not null order by p.date_fusion desc limit 1
            """;

    /** Copies the map. */
    public LastCounts {
        rows = Map.copyOf(rows);
    }

    /**
     * Those of the newest run that merged; empty when none has.
     *
     * @param connection to a database with the schema
     */
    public static Optional<LastCounts> read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Map<ErpTable, Long> rows = new EnumMap<>(ErpTable.class);
            rows.put(ErpTable.HEADS, row.getLong("commandes_lues"));
            keep(rows, ErpTable.OPERATIONS, row.getString("operations"));
            keep(rows, ErpTable.NOTES, row.getString("notes"));
            keep(rows, ErpTable.ACCESSORIES, row.getString("accessoires"));
            Instant at = row.getObject("date_fusion", OffsetDateTime.class).toInstant();
            return Optional.of(new LastCounts(at, rows));
        }
    }

    /** A fingerprint begins with the number of rows. */
    private static void keep(Map<ErpTable, Long> rows, ErpTable table, @Nullable String fingerprint) {
        if (fingerprint != null) {
            rows.put(table, Long.valueOf(fingerprint.substring(0, fingerprint.indexOf(' '))));
        }
    }

    /**
     * What a table had then, if it has lost more than a share of it since, and more than ten rows.
     *
     * @param ratio the share, from 0 to 1
     */
    public Optional<Long> ifShrunk(TableLook now, BigDecimal ratio) {
        long then = rows.getOrDefault(now.table(), 0L);
        long lost = then - now.rows();
        boolean shrunk = lost > ALWAYS_ALLOWED
                && BigDecimal.valueOf(lost).compareTo(ratio.multiply(BigDecimal.valueOf(then))) > 0;
        return shrunk ? Optional.of(then) : Optional.empty();
    }
}
