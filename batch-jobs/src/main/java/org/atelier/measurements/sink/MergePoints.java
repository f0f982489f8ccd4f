package org.atelier.measurements.sink;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.CopyStream;
import org.atelier.measurements.series.KeepMeans;
import org.atelier.sql.TemporaryTable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Merges points with what is there: of equal times of a series the last one of the file wins, and wins over what the
 * table holds; rows that are equal are not touched. Takes part in the transaction that is open. Thread-safe.
 */
final class MergePoints {

    static final TemporaryTable STAGED = new TemporaryTable("etape_mesure", """
            rang bigint generated always as identity, voie_id bigint not null, horodatage timestamptz not null,
            valeur double precision not null
            """);

    static final TemporaryTable CHANGED = new TemporaryTable("etape_mesure_changee", """
            voie_id bigint not null, horodatage timestamptz not null, valeur double precision not null
            """);

    static final String REPEATED = """
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

    /** All points of a file, whatever their order. */
    Stored all(FilePoints file, FileSeries series) throws SQLException, IOException {
        long written = merge(file, series, null);
        return new Stored(jdbi.withHandle(MergePoints::distinct), written);
    }

    /**
     * Those of some days, of a file that repeats no time of a channel.
     *
     * @param days since 1970
     * @return rows that were inserted or changed
     */
    long days(FilePoints file, FileSeries series, Set<Long> days) throws SQLException, IOException {
        return merge(file, series, days);
    }

    private long merge(FilePoints file, FileSeries series, @Nullable Set<Long> days) throws SQLException, IOException {
        jdbi.useHandle(handle -> {
            STAGED.begin(handle);
            CHANGED.begin(handle);
        });
        Months months = new Months();
        try (CopyStream rows = bulk.stream("etape_mesure (voie_id, horodatage, valeur)")) {
            file.forEach(new StagedPoints(rows, series, days, months));
            rows.end();
        }
        if (months.all().isEmpty()) {
            return 0;
        }
        long written = jdbi.withHandle(handle -> {
            MonthPartitions.make(handle, months.all());
            if (days == null) {
                handle.createUpdate(REPEATED).execute();
            }
            return changes(handle, series, months.spans());
        });
        if (written > 0) {
            keep.ofRows(CHANGED.name());
        }
        return written;
    }

    /** Writes what differs from the table into it, and into {@link #CHANGED}; returns how many rows. */
    static long changes(Handle handle, FileSeries series, List<Span> spans) {
        // Else the planner takes a few rows for many, and reads whole months.
        handle.execute("analyze etape_mesure");
        for (Span span : spans) {
            FreeRange.bind(handle.createUpdate(CHANGES), series, span).execute();
        }
        return handle.createUpdate(MERGE).execute();
    }

    private static long distinct(Handle handle) {
        return handle.createQuery("select count(*) from etape_mesure")
                .mapTo(Long.class)
                .one();
    }
}
