package org.atelier.measurements.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.atelier.measurements.point.PointConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSinkTest {

    private static final String VALUES = "select channel_id, horodatage, valeur from v_mesure order by 1, 2";

    @TempDir
    Path directory;

    private SeriesDatabase series;

    @BeforeEach
    void open() {
        series = new SeriesDatabase(directory);
    }

    @AfterEach
    void close() {
        series.close();
    }

    private static MeasuredFile usual() {
        return MeasuredFile.ofBox()
                .row("2026-03-10T10:00:00Z", 230.1, 1.5, -2.25)
                .row("2026-03-10T10:10:00Z", 231.1, -0.0, 0.25)
                .row("2026-03-11T00:00:00Z", 229, 7, 8);
    }

    @Test
    void points_channels_and_means_are_there() {
        assertThat(series.write(usual())).isEqualTo(new Stored(9, 9));

        assertThat(series.rows(VALUES))
                .containsExactly(
                        "M02009001_Ch1|2026-03-10T10:00:00+00:00|1.5",
                        "M02009001_Ch1|2026-03-10T10:10:00+00:00|-0",
                        "M02009001_Ch1|2026-03-11T00:00:00+00:00|7",
                        "M02009001_S04009002_Ch1|2026-03-10T10:00:00+00:00|-2.25",
                        "M02009001_S04009002_Ch1|2026-03-10T10:10:00+00:00|0.25",
                        "M02009001_S04009002_Ch1|2026-03-11T00:00:00+00:00|8",
                        "M02009001_U1|2026-03-10T10:00:00+00:00|230.1",
                        "M02009001_U1|2026-03-10T10:10:00+00:00|231.1",
                        "M02009001_U1|2026-03-11T00:00:00+00:00|229");
        assertThat(
                        series.rows(
                                "select fenetre, moyenne, minimum, maximum, nombre from mesure_horaire"
                                        + " join voie on id = voie_id where channel_id like '%Ch1' and device_type = 'slave' order by 1"))
                .containsExactly("2026-03-10T10:00:00+00:00|-1|-2.25|0.25|2", "2026-03-11T00:00:00+00:00|8|8|8|1");
        assertThat(series.rows("select fenetre, moyenne, nombre from mesure_hebdomadaire"
                        + " join voie on id = voie_id where device_type = 'slave'"))
                .containsExactly("2026-03-09T00:00:00+00:00|2|3");
        assertThat(series.rows("select fenetre, nombre from mesure_journaliere"
                        + " join voie on id = voie_id where device_type = 'slave' order by 1"))
                .containsExactly("2026-03-10T00:00:00+00:00|2", "2026-03-11T00:00:00+00:00|1");
        assertThat(series.rows("select appareil, bucket, campagne, points, premiere from v_appareil_campagnes"
                        + " order by 1"))
                .containsExactly(
                        "02009001|durand|essai|6|2026-03-10T10:00:00+00:00",
                        "04009002|durand|essai|3|2026-03-10T10:00:00+00:00");
    }

    @Test
    void a_file_loaded_again_writes_nothing() {
        series.write(usual());
        List<String> before = series.versions();

        assertThat(series.write(usual())).isEqualTo(new Stored(9, 0));

        assertThat(series.versions()).isEqualTo(before);
    }

    @Test
    void only_what_differs_is_written_and_only_its_windows_are_made_anew() {
        series.write(usual());
        String others = "select xmin::text, t from %s t where voie_id <> (select id from voie where channel_id ="
                + " 'M02009001_Ch1') order by 2";
        List<String> points = series.rows(others.formatted("mesure_electrique"));
        List<String> days = series.rows(others.formatted("mesure_journaliere"));

        assertThat(series.write(usual().point(1, "2026-03-10T10:10:00Z", 0.0))).isEqualTo(new Stored(9, 1));

        assertThat(series.rows(VALUES)).contains("M02009001_Ch1|2026-03-10T10:10:00+00:00|0");
        assertThat(series.rows(others.formatted("mesure_electrique"))).isEqualTo(points);
        assertThat(series.rows(others.formatted("mesure_journaliere"))).isEqualTo(days);
    }

    @Test
    void the_last_in_the_order_of_the_file_wins() {
        MeasuredFile file = MeasuredFile.ofBox()
                .point(0, "2025-10-26T02:00:00Z", 1)
                .point(0, "2025-10-26T02:50:00Z", 2)
                .point(0, "2025-10-26T02:00:00Z", 3)
                .point(0, "2025-10-26T01:00:00Z", 4)
                .point(0, "2025-10-26T02:00:00Z", 5);

        assertThat(series.write(file)).isEqualTo(new Stored(3, 3));
        assertThat(series.rows("select valeur from mesure_electrique order by horodatage"))
                .containsExactly("4", "5", "2");
        assertThat(series.rows("select moyenne, minimum, maximum, nombre from mesure_horaire order by fenetre"))
                .containsExactly("4|4|4|1", "3.5|2|5|2");
        assertThat(series.write(file)).isEqualTo(new Stored(3, 0));
    }

    @Test
    void a_later_file_wins_over_an_earlier_one() {
        series.write(usual());

        assertThat(series.write(MeasuredFile.ofBox()
                        .row("2026-03-10T10:10:00Z", 1, 2, 0.25)
                        .row("2026-03-10T10:20:00Z", 4, 5, 6)))
                .isEqualTo(new Stored(6, 5));

        assertThat(series.rows("select moyenne, nombre from mesure_horaire join voie on id = voie_id"
                        + " where channel_label = 'U1' order by fenetre limit 1"))
                .containsExactly("78.36666666666666|3");
    }

    @Test
    void overlapping_backlogs_give_the_same_rows_in_any_order() {
        MeasuredFile first =
                MeasuredFile.ofBox().row("2026-03-10T10:00:00Z", 0.1, 1, 2).row("2026-03-10T10:10:00Z", 0.2, 3, 4);
        MeasuredFile second =
                MeasuredFile.ofBox().row("2026-03-10T10:10:00Z", 0.2, 3, 4).row("2026-03-10T10:20:00Z", 0.3, 5, 6);
        MeasuredFile third = MeasuredFile.ofBox().row("2026-03-09T23:59:59Z", 0.7, 5, 6);
        List.of(first, second, third).forEach(series::write);
        List<String> expected = series.content();
        for (List<MeasuredFile> order : List.of(List.of(third, second, first), List.of(second, third, first))) {
            try (SeriesDatabase other = new SeriesDatabase(directory)) {
                order.forEach(other::write);
                assertThat(other.content()).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_week_begins_on_monday_and_a_day_at_midnight_utc() {
        series.execute("alter database " + series.database.name() + " set timezone = 'Europe/Paris'");
        series.write(MeasuredFile.ofBox()
                .point(0, "2026-03-29T23:59:59Z", 1)
                .point(0, "2026-03-30T00:00:00Z", 2)
                .point(0, "2026-04-01T00:00:00Z", 3));
        // A second file in the same week makes the means anew, by SQL.
        series.write(MeasuredFile.ofBox().point(0, "2026-03-29T00:00:00Z", 5));

        assertThat(series.rows("select fenetre, moyenne from mesure_hebdomadaire order by 1"))
                .containsExactly("2026-03-23T00:00:00+00:00|3", "2026-03-30T00:00:00+00:00|2.5");
        assertThat(series.rows("select fenetre, moyenne from mesure_journaliere order by 1"))
                .containsExactly(
                        "2026-03-29T00:00:00+00:00|3", "2026-03-30T00:00:00+00:00|2", "2026-04-01T00:00:00+00:00|3");
    }

    @Test
    void means_that_outlived_their_measurements_are_made_anew() {
        series.write(usual());
        series.execute("truncate mesure_electrique");

        series.write(MeasuredFile.ofBox().point(0, "2026-03-10T10:30:00Z", 5));

        assertThat(series.rows("select moyenne, nombre from mesure_horaire join voie on id = voie_id"
                        + " where channel_label = 'U1' and fenetre = '2026-03-10T10:00:00Z'"))
                .containsExactly("5|1");
    }

    @Test
    void what_the_transaction_takes_back_was_never_there() {
        assertThatThrownBy(() -> series.transaction.executeWithoutResult(status -> {
                    try {
                        series.sink.write(usual());
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    throw new IllegalStateException("of the caller");
                }))
                .hasMessage("of the caller");

        assertThat(series.versions()).isEmpty();
        assertThat(series.write(usual())).isEqualTo(new Stored(9, 9));
    }

    @Test
    void a_file_without_points_leaves_only_its_channels() {
        assertThat(series.write(MeasuredFile.ofBox())).isEqualTo(new Stored(0, 0));
        assertThat(series.rows("select count(*) from voie")).containsExactly("3");
    }

    @Test
    void two_columns_of_one_series_are_one_series() {
        MeasuredFile file = new MeasuredFile("a", "b")
                .channel("1", "1", "mono", "U1", "Ph 1", "V")
                .channel("1", "1", "mono", "U1", "Ph 1", "V")
                .row("2026-03-10T10:00:00Z", 1, 2);
        assertThat(series.write(file)).isEqualTo(new Stored(1, 1));
        assertThat(series.rows("select valeur from mesure_electrique")).containsExactly("2");
    }

    @Test
    void a_file_that_breaks_off_leaves_nothing() {
        FilePoints broken = new BrokenFile(usual());
        assertThatThrownBy(() -> series.write(broken)).hasStackTraceContaining("the disk is gone");
        assertThat(series.versions()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    private record BrokenFile(MeasuredFile file) implements FilePoints {

        @Override
        public String bucket() {
            return file.bucket();
        }

        @Override
        public String campaign() {
            return file.campaign();
        }

        @Override
        public Instant first() {
            return file.first();
        }

        @Override
        public Instant last() {
            return file.last();
        }

        @Override
        public List<LocalDate> days() {
            return file.days();
        }

        @Override
        public void forEach(PointConsumer points) throws IOException {
            file.forEach(points);
            throw new IOException("the disk is gone");
        }
    }
}
