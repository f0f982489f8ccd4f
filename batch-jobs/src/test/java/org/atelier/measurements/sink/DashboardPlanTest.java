package org.atelier.measurements.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What dashboards ask reads only the months it is about. */
class DashboardPlanTest {

    private static final Pattern PARTITION = Pattern.compile("mesure_electrique_\\d{4}_\\d\\d");

    @TempDir
    Path directory;

    private static MeasuredFile year() {
        MeasuredFile file = MeasuredFile.ofBox();
        for (int month = 1; month < 10; month++) {
            for (int day = 10; day < 28; day++) {
                file.row("2026-0" + month + "-" + day + "T10:00:00Z", 230, day, month);
            }
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T00:00:00Z, 2026-03-17T00:00:00Z, mesure_electrique_2026_03",
        "2026-03-31T23:00:00Z, 2026-04-01T00:00:00Z, mesure_electrique_2026_03 mesure_electrique_2026_04",
        "2027-03-10T00:00:00Z, 2027-03-17T00:00:00Z, ''"
    })
    void a_range_of_time_reads_its_partitions_by_their_key(String from, String to, String partitions) {
        try (SeriesDatabase series = new SeriesDatabase(directory)) {
            series.write(year());
            series.execute("analyze");
            String plan = String.join(
                    "\n",
                    series.plan("explain select horodatage, channel_name, valeur from v_mesure where bucket = 'durand'"
                            + " and campagne = 'essai' and channel_unit = 'W' and horodatage between '" + from
                            + "' and '" + to + "' order by 1"));

            assertThat(String.join(
                            " ",
                            new TreeSet<>(PARTITION
                                    .matcher(plan)
                                    .results()
                                    .map(MatchResult::group)
                                    .toList())))
                    .as(plan)
                    .isEqualTo(partitions);
        }
    }

    @Test
    void the_views_are_read_with_the_rights_of_who_asks() {
        try (SeriesDatabase series = new SeriesDatabase(directory)) {
            assertThat(series.rows("select relname, reloptions from pg_class where relname in ('v_mesure',"
                            + " 'v_appareil_campagnes') order by 1"))
                    .containsExactly(
                            "v_appareil_campagnes|[\"security_invoker=true\"]", "v_mesure|[\"security_invoker=true\"]");
        }
    }
}
