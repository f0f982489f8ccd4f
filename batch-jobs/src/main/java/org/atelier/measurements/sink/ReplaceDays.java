package org.atelier.measurements.sink;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.CopyStream;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.series.KeepMeans;
import org.atelier.run.DayRange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes days of a box what its files give, and nothing else: rows that are equal are not touched, those that no file
 * gives any more go. Takes part in the transaction that is open, and has the box to itself until it ends. Thread-safe.
 */
public final class ReplaceDays {

    private static final String SERIES = """
            select v.id from voie v join campagne c on c.id = v.campagne_id join appareil a on a.id = v.appareil_maitre_id
             where c.bucket = :company and c.nom = :campaign and a.numero_serie = :master
            """;

    /** Of any channel of the box. */
    private static final String MEASURED_DAYS = """
            select distinct fenetre::date from mesure_journaliere
             where voie_id = any(:series) and fenetre >= :from and fenetre < :behind
            """;

    private static final String GONE = """
            with gone as (
                delete from mesure_electrique m
                 where m.voie_id = any(:series) and m.horodatage >= :from and m.horodatage < :behind
                   and not exists (select from etape_mesure s
                                    where s.voie_id = m.voie_id and s.horodatage = m.horodatage)
                returning m.voie_id, m.horodatage, m.valeur)
            insert into etape_mesure_changee (voie_id, horodatage, valeur) select * from gone
            """;

    private final Jdbi jdbi;
    private final BulkCopy bulk;
    private final KeepMeans keep;

    /** Takes what it needs, on the connection of the open transaction. */
    public ReplaceDays(Jdbi jdbi, BulkCopy bulk) {
        this.jdbi = jdbi;
        this.bulk = bulk;
        this.keep = new KeepMeans(jdbi, bulk);
    }

    /**
     * A file of the box.
     *
     * @param points what it gives
     * @param channels its columns
     */
    public record BoxFile(FilePoints points, List<Channel> channels) {

        /** Copies the list. */
        public BoxFile {
            channels = List.copyOf(channels);
        }
    }

    /**
     * A box in a campaign.
     *
     * @param company the bucket
     * @param campaign within it
     * @param master serial of its master
     */
    public record Box(String company, String campaign, String master) {}

    /**
     * Replaces the days.
     *
     * @param files all that may have something of these days, in their order: of equal times the last one counts
     * @param days in UTC
     * @param missing whether days that have any measurement of the box are left as they are
     * @return rows that were inserted, changed, or taken away
     */
    public long replace(Box box, List<BoxFile> files, DayRange days, boolean missing) throws IOException, SQLException {
        jdbi.useHandle(handle -> {
            handle.execute("set local jit = off");
            MergePoints.STAGED.begin(handle);
            MergePoints.CHANGED.begin(handle);
        });
        Months months = new Months();
        Set<Long> wanted = wanted(box, days, missing);
        for (BoxFile file : files) {
            stage(file, wanted, months);
        }
        // Behind the files, for their channels may be new.
        FileSeries series = new FileSeries(jdbi.withHandle(handle -> series(handle, box)), months.spans());
        return jdbi.withHandle(handle -> {
            MonthPartitions.make(handle, months.all());
            handle.execute(MergePoints.REPEATED);
            long written = MergePoints.changes(handle, series, months.spans());
            long gone = missing ? 0 : bind(handle, GONE, series.keys(), days);
            keep.ofRows(MergePoints.CHANGED.name());
            if (gone > 0) {
                keep.dropEmpty(MergePoints.CHANGED.name());
            }
            return written + gone;
        });
    }

    /** The days to make, since 1970. */
    private Set<Long> wanted(Box box, DayRange days, boolean missing) {
        Set<Long> wanted = days.from()
                .datesUntil(days.to().plusDays(1))
                .map(LocalDate::toEpochDay)
                .collect(Collectors.toSet());
        if (missing) {
            jdbi.useHandle(handle -> handle.createQuery(MEASURED_DAYS)
                    .bindArray("series", Long.class, series(handle, box))
                    .bind("from", days.from().atStartOfDay().atOffset(ZoneOffset.UTC))
                    .bind("behind", days.to().plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                    .mapTo(LocalDate.class)
                    .forEach(day -> wanted.remove(day.toEpochDay())));
        }
        return wanted;
    }

    private static List<Long> series(Handle handle, Box box) {
        return handle.createQuery(SERIES)
                .bind("company", box.company())
                .bind("campaign", box.campaign())
                .bind("master", box.master())
                .mapTo(Long.class)
                .list();
    }

    private void stage(BoxFile file, Set<Long> wanted, Months months) throws IOException, SQLException {
        FileSeries series = FileSeries.of(
                jdbi.withHandle(handle -> new ChannelStore(handle, file.points()).keep(file.channels())), List.of());
        try (CopyStream rows = bulk.stream(MergePoints.STAGED.name() + " (voie_id, horodatage, valeur)")) {
            file.points().forEach(new StagedPoints(rows, series, wanted, months));
            rows.end();
        }
    }

    private static long bind(Handle handle, String sql, List<Long> series, DayRange days) {
        return handle.createUpdate(sql)
                .bindArray("series", Long.class, series)
                .bind("from", days.from().atStartOfDay().atOffset(ZoneOffset.UTC))
                .bind("behind", days.to().plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
