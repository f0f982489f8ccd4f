package org.atelier.orders.survey;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.atelier.orders.erp.ErpTable;
import org.atelier.orders.erp.TableLook;
import org.atelier.orders.stage.Readings;
import org.atelier.sql.Sql;
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
            select p.date_fusion, p.commandes_lues, l.*
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
        return Sql.ask(
                Sql.on(connection),
                handle -> handle.createQuery(NEWEST)
                        .map((row, context) -> counts(row))
                        .findOne());
    }

    private static LastCounts counts(ResultSet row) throws SQLException {
        Map<ErpTable, Long> rows = new EnumMap<>(ErpTable.class);
        for (ErpTable table : ErpTable.values()) {
            keep(rows, table, row.getString(Readings.column(table)));
        }
        rows.put(ErpTable.HEADS, row.getLong("commandes_lues"));
        return new LastCounts(row.getObject("date_fusion", OffsetDateTime.class).toInstant(), rows);
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
