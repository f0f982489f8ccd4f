package org.atelier.measurements.sink;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.atelier.bulk.BulkCopy;
import org.atelier.measurements.series.KeepMeans;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Merges points with what is there: of equal times of a series the last one of the file wins, and wins over what the
 * table holds; rows that are equal are not touched. Takes part in the transaction that is open. Thread-safe.
 */
final class MergePoints {

    private static final String CHANGED = "etape_mesure_changee";

    private static final List<String> TABLES =
            List.of("""
            create temporary table if not exists etape_mesure (
                rang bigint generated always as identity, voie_id bigint not null, horodatage timestamptz not null,
                valeur double precision not null
            ) on commit delete rows
            """, """
            create temporary table if not exists etape_mesure_changee (
                voie_id bigint not null, horodatage timestamptz not null, valeur double precision not null
            ) on commit delete rows
            """, "delete from etape_mesure", "delete from etape_mesure_changee");

    private static final String REPEATED = """
            delete from etape_mesure s
             using (select rang, row_number() over (partition by voie_id, horodatage order by rang desc) as n
                      from etape_mesure) d
             where d.rang = s.rang and d.n > 1
            """;

    /** Their limits are said twice, so that only partitions within them are read. */
    private static final String CHANGES = """
            insert into etape_mesure_changee (voie_id, horodatage, valeur)
            select s.voie_id, s.horodatage, s.valeur
              from etape_mesure s left join mesure_electrique m
                on m.voie_id = s.voie_id and m.horodatage = s.horodatage and m.voie_id = any(:series)
               and m.horodatage between :from and :to
             where s.horodatage between :from and :to
               and (m.voie_id is null or float8send(m.valeur) <> float8send(s.valeur))
            """;

    private static final String MERGE = """
            insert into mesure_electrique (voie_id, horodatage, valeur)
            select voie_id, horodatage, valeur from etape_mesure_changee
                on conflict (voie_id, horodatage) do update set valeur = excluded.valeur
            """;

    private final Jdbi jdbi;
    private final BulkCopy bulk;
    private final KeepMeans keep;

    MergePoints(Jdbi jdbi, BulkCopy bulk, KeepMeans keep) {
        this.jdbi = jdbi;
        this.bulk = bulk;
        this.keep = keep;
    }

    Stored merge(PointRows points) throws SQLException, IOException {
        jdbi.useHandle(handle -> TABLES.forEach(handle::execute));
        bulk.copy("etape_mesure (voie_id, horodatage, valeur)", points.rows());
        long written = jdbi.withHandle(handle -> changes(handle, points));
        if (written > 0) {
            keep.ofRows(CHANGED);
        }
        return new Stored(jdbi.withHandle(MergePoints::distinct), written);
    }

    private static long changes(Handle handle, PointRows points) {
        if (!points.areRising()) {
            handle.createUpdate(REPEATED).execute();
        }
        // Else the planner takes a few rows for many, and reads whole months.
        handle.execute("analyze etape_mesure");
        for (Span span : points.months().spans()) {
            FreeRange.bind(handle.createUpdate(CHANGES), points, span).execute();
        }
        return handle.createUpdate(MERGE).execute();
    }

    private static long distinct(Handle handle) {
        return handle.createQuery("select count(*) from etape_mesure")
                .mapTo(Long.class)
                .one();
    }
}
