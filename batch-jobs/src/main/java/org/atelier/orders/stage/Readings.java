package org.atelier.orders.stage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.atelier.orders.erp.ErpTable;
import org.atelier.sql.Columns;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Table {@code lecture_commandes}: what runs read. Takes part in the transaction that is open. */
public final class Readings {

    private static final Columns COLUMNS = Columns.of("job_instance_id", "job_execution_id", "date_lecture", "regles")
            .and(Stream.of(ErpTable.values()).map(Readings::column).toArray(String[]::new));

    private final Jdbi jdbi;

    /** Takes the database. */
    public Readings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What the newest run that merged read; empty when it left nothing to compare with, or when rows of the API stood
     * in its way, for it is not known when they go.
     */
    Optional<Reading> last() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select l.*
                          from plan_commandes p
                          left join lecture_commandes l
                                 on l.job_instance_id = p.job_instance_id
                                and not exists (select from plan_commandes c
                                                 where c.job_instance_id = p.job_instance_id and c.conflits > 0)
                         where p.date_fusion is not null order by p.date_fusion desc limit 1
                        """)
                .map((row, context) -> reading(row))
                .findFirst()
                .flatMap(found -> found));
    }

    private static Optional<Reading> reading(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("date_lecture", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(new Reading(
                        row.getLong("job_instance_id"),
                        row.getLong("job_execution_id"),
                        at.toInstant(),
                        row.getString("regles"),
                        fingerprints(row)));
    }

    private static Map<ErpTable, String> fingerprints(ResultSet row) throws SQLException {
        Map<ErpTable, String> fingerprints = new EnumMap<>(ErpTable.class);
        for (ErpTable table : ErpTable.values()) {
            fingerprints.put(table, row.getString(column(table)));
        }
        return fingerprints;
    }

    /** Forgets what an earlier attempt read. */
    void clear(long run) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from lecture_commandes where job_instance_id = :run")
                .bind("run", run)
                .execute());
    }

    void record(Reading reading) {
        jdbi.useHandle(handle -> {
            Update insert = handle.createUpdate("insert into lecture_commandes (" + COLUMNS.list() + ") values ("
                            + COLUMNS.parameters() + ")")
                    .bind("job_instance_id", reading.instance())
                    .bind("job_execution_id", reading.execution())
                    .bind("date_lecture", reading.at().atOffset(ZoneOffset.UTC))
                    .bind("regles", reading.rules());
            reading.fingerprints().forEach((table, fingerprint) -> insert.bind(column(table), fingerprint));
            insert.execute();
        });
    }

    /** Where the fingerprint of a table of the ERP stands, which begins with the number of its rows. */
    public static String column(ErpTable table) {
        return switch (table) {
            case HEADS -> "tetes";
            case NOTES -> "notes";
            case ACCESSORIES -> "accessoires";
            case OPERATIONS -> "operations";
        };
    }
}
