package org.atelier.measurements.rebuild;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.atelier.catalog.JobBackfill;
import org.atelier.history.Rows;
import org.atelier.measurements.Measurements;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.run.DayRange;
import org.atelier.run.Shard;
import org.atelier.settings.JobSettings;
import org.atelier.transfer.LandingArea;
import org.jspecify.annotations.Nullable;

/** Lists which days of which boxes can be stored again from the copies of their files. */
public final class PlanBackfill implements JobBackfill {

    private static final String DAYS = """
            select m.campagne_bucket as company, m.campagne_nom as campaign, b.master, j::text as jour, f.sha256,
                   exists (select from voie v join campagne c on c.id = v.campagne_id
                             join appareil a on a.id = v.appareil_maitre_id
                             join mesure_journaliere d on d.voie_id = v.id and d.fenetre = j::timestamp at time zone 'UTC'
                            where c.bucket = m.campagne_bucket and c.nom = m.campagne_nom
                              and a.numero_serie = b.master) as measured
              from fichier_source f join fichier_mesure m on m.fichier_id = f.id
             cross join lateral (select c.value ->> 'device_master_sn' as master from jsonb_each(m.rapport) c limit 1) b
             cross join lateral unnest(f.jours) j
             where f.job = ? and f.etat in ('loaded', 'seen') and f.sha256 is not null and m.refus is null
               and m.inacheve is null and j between ?::date and ?::date
             order by 1, 2, 3, 4
            """;

    private record Row(BoxKey box, LocalDate day, String sha256, boolean measured) {}

    private record BoxDay(String box, LocalDate day) {}

    @Override
    public List<Day> plan(Connection connection, JobSettings settings, DayRange days, @Nullable Shard shard) {
        Predicate<String> landed =
                landed(settings.get(MeasurementsSettings.class).landing());
        Map<BoxDay, List<Row>> byDay =
                new TreeMap<>(Comparator.comparing(BoxDay::box).thenComparing(BoxDay::day));
        for (Row row : rows(connection, days)) {
            String box = row.box().toString();
            if (shard == null || shard.owns(box)) {
                byDay.computeIfAbsent(new BoxDay(box, row.day()), day -> new ArrayList<>())
                        .add(row);
            }
        }
        return byDay.entrySet().stream()
                .map(day -> new Day(
                        day.getKey().box(),
                        day.getKey().day(),
                        day.getValue().size(),
                        day.getValue().stream()
                                .filter(row -> !landed.test(row.sha256()))
                                .count(),
                        day.getValue().get(0).measured()))
                .toList();
    }

    private static List<Row> rows(Connection connection, DayRange days) {
        try {
            return Rows.read(
                    connection,
                    DAYS,
                    List.of(Measurements.NAME, days.from().toString(), days.to().toString()),
                    row -> new Row(
                            new BoxKey(row.getString("company"), row.getString("campaign"), row.getString("master")),
                            LocalDate.parse(row.getString("jour")),
                            row.getString("sha256"),
                            row.getBoolean("measured")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A landing area makes its directory: nothing is changed here. */
    private static Predicate<String> landed(Path landing) {
        return Files.isDirectory(landing) ? new LandingArea(landing)::contains : sha256 -> false;
    }
}
