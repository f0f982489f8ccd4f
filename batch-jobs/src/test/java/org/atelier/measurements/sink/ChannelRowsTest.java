package org.atelier.measurements.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables {@code campagne}, {@code appareil}, {@code voie}. */
class ChannelRowsTest {

    private static final String CHANNELS = "select channel_id, channel_name, channel_unit, device_type, device_subtype,"
            + " vue_la_premiere_fois, vue_la_derniere_fois from voie order by 1, 2, 3, 5 nulls first";

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

    private static MeasuredFile clamp(String campaign, String subtype, String name, String unit) {
        return new MeasuredFile("durand", campaign).channel("02009001", "02009001", subtype, "Ch1", name, unit);
    }

    @Test
    void a_changed_title_unit_or_subtype_is_another_row() {
        series.write(clamp("essai", "mono", "Four", "W").row("2026-03-10T10:00:00Z", 1));
        series.write(clamp("essai", "mono", "Four 2", "W").row("2026-03-10T10:00:00Z", 2));
        series.write(clamp("essai", "mono", "Four", "Wa").row("2026-03-10T10:00:00Z", 3));
        series.write(clamp("essai", "mono", "Four", "").row("2026-03-10T10:00:00Z", 4));
        series.write(clamp("essai", "tri", "Four", "W").row("2026-03-10T10:00:00Z", 5));
        series.write(clamp("essai", "mono", "Four", "W").row("2026-03-10T10:00:00Z", 1));

        assertThat(series.rows("select channel_name, channel_unit, device_subtype, valeur from mesure_electrique"
                        + " join voie on id = voie_id order by valeur"))
                .containsExactly("Four|W|mono|1", "Four 2|W|mono|2", "Four|Wa|mono|3", "Four||mono|4", "Four|W|tri|5");
        assertThat(series.rows("select numero_serie, sous_type from appareil")).containsExactly("02009001|mono");
    }

    @Test
    void a_slave_has_no_subtype_and_still_one_row() {
        series.write(MeasuredFile.ofBox().row("2026-03-10T10:00:00Z", 1, 2, 3));
        series.write(MeasuredFile.ofBox().row("2026-03-11T10:00:00Z", 1, 2, 3));

        assertThat(series.rows(CHANNELS))
                .containsExactly(
                        "M02009001_Ch1|Four|W|master|mono|2026-03-10T10:00:00+00:00|2026-03-11T10:00:00+00:00",
                        "M02009001_S04009002_Ch1|Pompe eau|W|slave|2026-03-10T10:00:00+00:00|2026-03-11T10:00:00+00:00",
                        "M02009001_U1|Ph 1|V|master|mono|2026-03-10T10:00:00+00:00|2026-03-11T10:00:00+00:00");
        assertThat(series.rows("select a.numero_serie, m.numero_serie as m from voie join appareil a on a.id ="
                        + " appareil_id join appareil m on m.id = appareil_maitre_id where device_type = 'slave'"))
                .containsExactly("04009002|02009001");
        assertThat(series.rows("select numero_serie, sous_type from appareil order by 1"))
                .containsExactly("02009001|mono", "04009002");
    }

    @Test
    void times_seen_are_those_of_the_data_in_whatever_order_files_come() {
        series.write(clamp("essai", "tri", "Four", "W").row("2026-03-10T10:00:00Z", 1));
        series.write(clamp("essai", "tri", "Four", "W").row("2025-01-01T00:00:00Z", 1));
        series.write(clamp("autre", "mono", "Four", "W").row("2024-06-01T00:00:00Z", 1));

        assertThat(series.rows("select vue_la_premiere_fois, vue_la_derniere_fois from voie order by 1"))
                .containsExactly(
                        "2024-06-01T00:00:00+00:00|2024-06-01T00:00:00+00:00",
                        "2025-01-01T00:00:00+00:00|2026-03-10T10:00:00+00:00");
        assertThat(series.rows("select sous_type, vu_le from appareil"))
                .as("older data do not say what a device is today")
                .containsExactly("tri|2026-03-10T10:00:00+00:00");
        assertThat(series.rows("select bucket, nom from campagne order by 2"))
                .containsExactly("durand|autre", "durand|essai");
    }

    @Test
    void boxes_that_share_slaves_wait_for_each_other_and_never_in_a_circle() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Void>> runs = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.runAsync(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    for (int month = 1; month < 10; month++) {
                        series.write(shared(number, "2026-0" + month + "-10T10:00:00Z"));
                    }
                }))
                .toList();
        start.countDown();
        for (CompletableFuture<Void> run : runs) {
            run.get(1, TimeUnit.MINUTES);
        }

        assertThat(series.rows("select count(*), min(vu_le) from appareil where numero_serie like '040%'"))
                .containsExactly("5|2026-09-10T10:00:00+00:00");
        assertThat(series.rows("select count(*) from mesure_electrique")).containsExactly("180");
    }

    /** A box with the same five slaves as all others, in an order of its own. */
    private static MeasuredFile shared(int box, String time) {
        MeasuredFile file = new MeasuredFile("durand", "essai" + box);
        for (int slave = 0; slave < 5; slave++) {
            file.channel("0200900" + box, "0400900" + (slave + box) % 5, null, "Ch1", "Voie1", "W");
        }
        return file.row(time, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d'été",
                "a\"b\\c",
                "tab\tand\nline\r\nbreak",
                "'); drop table voie; --",
                ":first ? ?? ::text $1 $$ {a,b} NULL \\N",
                "  木 🦊  "
            })
    void names_of_any_kind_are_data(String name) {
        MeasuredFile file = new MeasuredFile(name, name + "2")
                .channel(name, name + "3", null, "Ch1", name + "4", name + "5")
                .row("2026-03-10T10:00:00Z", 1)
                .row("2026-03-10T10:00:00Z", 2);

        assertThat(series.write(file)).isEqualTo(new Stored(1, 1));
        List<String> before = series.versions();
        assertThat(series.write(file)).isEqualTo(new Stored(1, 0));

        assertThat(series.versions()).isEqualTo(before);
        assertThat(series.rows("select bucket, campagne, appareil, channel_name, channel_unit, channel_id, valeur"
                        + " from v_mesure"))
                .containsExactly(String.join(
                        "|",
                        name,
                        name + "2",
                        name + "3",
                        name + "4",
                        name + "5",
                        "M" + name + "_S" + name + "3_Ch1",
                        "2"));
    }
}
