package org.atelier.orders.stage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.atelier.orders.erp.ErpTable;
import org.jdbi.v3.core.Jdbi;

/** Table {@code lecture_commandes}: what runs read. Takes part in the transaction that is open. */
public final class Readings {

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
                        select p.job_instance_id, l.job_execution_id, l.date_lecture, l.regles, l.tetes, l.operations,
                               l.notes, l.accessoires
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
                        Map.of(
                                ErpTable.HEADS, row.getString("tetes"),
                                ErpTable.OPERATIONS, row.getString("operations"),
                                ErpTable.NOTES, row.getString("notes"),
                                ErpTable.ACCESSORIES, row.getString("accessoires"))));
    }

    /** Forgets what an earlier attempt read. */
    void clear(long run) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from lecture_commandes where job_instance_id = :run")
                .bind("run", run)
                .execute());
    }

    void keep(Reading reading) {
        Map<ErpTable, String> fingerprints = reading.fingerprints();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into lecture_commandes (job_instance_id, job_execution_id, date_lecture, regles, tetes,
                                                       operations, notes, accessoires)
                        values (:instance, :execution, :at, :rules, :heads, :operations, :notes, :accessories)
                        """)
                .bind("instance", reading.instance())
                .bind("execution", reading.execution())
                .bind("at", reading.at().atOffset(ZoneOffset.UTC))
                .bind("rules", reading.rules())
                .bind("heads", fingerprints.get(ErpTable.HEADS))
                .bind("operations", fingerprints.get(ErpTable.OPERATIONS))
                .bind("notes", fingerprints.get(ErpTable.NOTES))
                .bind("accessories", fingerprints.get(ErpTable.ACCESSORIES))
                .execute());
    }
}
