package org.atelier.measurements.series;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.atelier.bulk.BulkCopy;
import org.atelier.sql.TemporaryTable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the means of touched windows anew from {@code mesure_electrique}; rows that are equal are not touched. Takes
 * part in the transaction that is open, which has the series to itself. Thread-safe.
 */
public final class KeepMeans {

    private static final TemporaryTable WINDOWS = new TemporaryTable("etape_fenetre", """
            voie_id bigint not null, fenetre timestamptz not null, moyenne double precision,
            minimum double precision, maximum double precision, nombre bigint
            """);

    private static final String TOUCHED =
            "insert into etape_fenetre (voie_id, fenetre) select distinct voie_id, %s from ";

    private static final String LIMITS = """
            select min(fenetre) as first, max(fenetre) + %s as behind, array_agg(distinct voie_id) as series
              from etape_fenetre having count(*) > 0
            """;

    /**
     * Windows that follow each other are read in one go, by the key. The limits of all are said to both tables, so that
     * only partitions within them are planned for, and no more means are read than are compared.
     */
    private static final String KEEP = """
            with suite as (
                select voie_id, min(fenetre) as debut, max(fenetre) + %2$s as fin
                  from (select voie_id, fenetre,
                               fenetre - row_number() over (partition by voie_id order by fenetre) * %2$s as suite
                          from etape_fenetre) f
                 group by voie_id, suite),
            calculee as (
                select s.voie_id, w.* from suite s cross join lateral (
                    select %3$s as fenetre, %4$s as moyenne, min(valeur order by horodatage) as minimum,
                           max(valeur order by horodatage) as maximum, count(*) as nombre
                      from mesure_electrique m
                     where m.voie_id = s.voie_id and m.horodatage >= s.debut and m.horodatage < s.fin
                       and m.horodatage >= :first and m.horodatage < :behind
                     group by 1) w)
            insert into %1$s (voie_id, fenetre, moyenne, minimum, maximum, nombre)
            select c.* from calculee c
              left join %1$s t on t.voie_id = c.voie_id and t.fenetre = c.fenetre and t.voie_id = any(:series)
                              and t.fenetre >= :first and t.fenetre < :behind
             where t.voie_id is null or t.nombre <> c.nombre
                or (float8send(t.moyenne), float8send(t.minimum), float8send(t.maximum))
                   <> (float8send(c.moyenne), float8send(c.minimum), float8send(c.maximum))
                on conflict (voie_id, fenetre) do update
               set moyenne = excluded.moyenne, minimum = excluded.minimum, maximum = excluded.maximum,
                   nombre = excluded.nombre
            """;

    private static final String EMPTY = """
            delete from %1$s t using etape_fenetre f
             where t.voie_id = f.voie_id and t.fenetre = f.fenetre
               and not exists (select from mesure_electrique m
                                where m.voie_id = f.voie_id and m.horodatage >= f.fenetre
                                  and m.horodatage < f.fenetre + %2$s)
            """;

    private static final long MANY = 10_000;

    private record Limits(OffsetDateTime first, OffsetDateTime behind, List<Long> series) {

        static Limits of(ResultSet row) throws SQLException {
            return new Limits(
                    row.getObject("first", OffsetDateTime.class),
                    row.getObject("behind", OffsetDateTime.class),
                    List.of((Long[]) row.getArray("series").getArray()));
        }
    }

    private final Jdbi jdbi;
    private final BulkCopy bulk;

    /** Takes what it needs. */
    public KeepMeans(Jdbi jdbi, BulkCopy bulk) {
        this.jdbi = jdbi;
        this.bulk = bulk;
    }

    /** Of the windows that a file's means are of. */
    public void ofFile(FileMeans means) throws SQLException, IOException {
        for (Level level : Level.values()) {
            jdbi.useHandle(WINDOWS::begin);
            bulk.copy("etape_fenetre (" + Level.COLUMNS + ")", means.of(level));
            jdbi.useHandle(handle -> keep(handle, level, means.of(level).rows()));
        }
    }

    /**
     * Of the windows that the rows of a table lie in.
     *
     * @param table with the columns {@code voie_id} and {@code horodatage}: a constant of the caller, never data
     */
    public void ofRows(String table) {
        jdbi.useHandle(handle -> {
            for (Level level : Level.values()) {
                WINDOWS.begin(handle);
                keep(handle, level, handle.execute(TOUCHED.formatted(level.bin("horodatage")) + table));
            }
        });
    }

    /** Takes away the means of windows that the rows of a table lay in, and that have no measurement any more. */
    public void dropEmpty(String table) {
        jdbi.useHandle(handle -> {
            for (Level level : Level.values()) {
                WINDOWS.begin(handle);
                handle.execute(TOUCHED.formatted(level.bin("horodatage")) + table);
                handle.execute(EMPTY.formatted(level.table(), level.step()));
            }
        });
    }

    private static void keep(Handle handle, Level level, long windows) {
        if (windows > MANY) {
            handle.execute("analyze etape_fenetre");
        }
        handle.createQuery(LIMITS.formatted(level.step()))
                .map((row, context) -> Limits.of(row))
                .findOne()
                .ifPresent(limits -> keep(handle, level, limits));
    }

    private static void keep(Handle handle, Level level, Limits limits) {
        handle.createUpdate(KEEP.formatted(level.table(), level.step(), level.bin("m.horodatage"), WindowMean.MEAN))
                .bind("first", limits.first())
                .bind("behind", limits.behind())
                .bindArray("series", Long.class, limits.series())
                .execute();
    }
}
