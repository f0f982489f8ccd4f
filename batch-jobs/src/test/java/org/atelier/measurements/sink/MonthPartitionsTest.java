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

class MonthPartitionsTest {

    private static final String PARTITIONS =
            "select inhrelid::regclass::text from pg_inherits where inhparent = 'mesure_electrique'::regclass order by 1";

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

    private static MeasuredFile box(int number) {
        String serial = "0200900" + number;
        return new MeasuredFile("durand", "essai").channel(serial, serial, "mono", "U1", "Ph 1", "V");
    }

    @Test
    void only_months_with_points_have_one_from_1969_to_2068() {
        series.write(box(1).row("1969-01-01T00:00:00Z", 1)
                .row("1969-12-31T23:59:59Z", 2)
                .row("2020-01-01T01:00:00Z", 3)
                .row("2026-03-31T23:59:59Z", 4)
                .row("2026-04-01T00:00:00Z", 5)
                .row("2068-12-31T23:59:59Z", 6));

        assertThat(series.rows(PARTITIONS))
                .containsExactly(
                        "mesure_electrique_1969_01",
                        "mesure_electrique_1969_12",
                        "mesure_electrique_2020_01",
                        "mesure_electrique_2026_03",
                        "mesure_electrique_2026_04",
                        "mesure_electrique_2068_12");
        assertThat(series.rows("select tableoid::regclass, valeur from mesure_electrique order by valeur"))
                .contains("mesure_electrique_2026_03|4", "mesure_electrique_2026_04|5");
        assertThat(series.rows("select count(*) from mesure_horaire")).containsExactly("6");
        assertThat(series.rows("select fenetre from mesure_hebdomadaire order by 1"))
                .startsWith("1968-12-30T00:00:00+00:00", "1969-12-29T00:00:00+00:00")
                .endsWith("2068-12-31T00:00:00+00:00");
    }

    @Test
    void what_is_wrong_with_a_clock_is_mended_by_a_later_file() {
        series.write(box(1).row("2068-12-31T23:59:59Z", 6).row("1969-01-01T00:00:00Z", 1));

        assertThat(series.write(box(1).row("1969-01-01T00:00:00Z", 1)
                        .row("1999-01-01T00:00:00Z", 2)
                        .row("2068-12-31T23:59:59Z", 7)))
                .isEqualTo(new Stored(3, 2));
    }

    @Test
    void a_partition_has_the_key_of_its_table() {
        series.write(box(1).row("2026-03-10T10:00:00Z", 1));

        assertThat(series.rows("select pg_get_constraintdef(oid) from pg_constraint"
                        + " where conrelid = 'mesure_electrique_2026_03'::regclass and contype = 'p'"))
                .containsExactly("PRIMARY KEY (voie_id, horodatage)");
    }

    @Test
    void runs_at_the_same_time_make_the_same_ones_and_all_succeed() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Stored>> runs = IntStream.range(1, 7)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> {
                    await(start);
                    MeasuredFile file = box(number);
                    for (int month = 1; month < 10; month++) {
                        file.row("2026-0" + month + "-01T00:00:00Z", number);
                    }
                    return series.write(file);
                }))
                .toList();
        start.countDown();

        for (CompletableFuture<Stored> run : runs) {
            assertThat(run.get(1, TimeUnit.MINUTES)).isEqualTo(new Stored(9, 9));
        }
        assertThat(series.rows(PARTITIONS)).hasSize(9);
        assertThat(series.rows("select count(*) from mesure_electrique")).containsExactly("54");
    }

    @Test
    void readers_and_writers_of_other_months_go_on_while_one_is_made() throws Exception {
        series.write(box(1).row("2026-03-10T10:00:00Z", 1));
        series.transaction.executeWithoutResult(status -> {
            try {
                series.sink.write(box(2).row("2026-05-10T10:00:00Z", 1));
                CompletableFuture.supplyAsync(() -> series.write(box(3).row("2026-03-11T10:00:00Z", 1)))
                        .get(1, TimeUnit.MINUTES);
                assertThat(series.rows("select count(*) from v_mesure")).containsExactly("2");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(series.rows("select count(*) from v_mesure")).containsExactly("3");
    }

    @Test
    void files_of_one_box_at_the_same_time_leave_the_rows_of_one_after_the_other() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Stored>> runs = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> {
                    await(start);
                    return series.write(MeasuredFile.ofBox()
                            .row("2026-03-10T10:0" + number + ":00Z", 1, 2, 3)
                            .row("2026-03-10T10:0" + (number + 1) + ":00Z", 1, 2, 3));
                }))
                .toList();
        start.countDown();
        for (CompletableFuture<Stored> run : runs) {
            run.get(1, TimeUnit.MINUTES);
        }

        assertThat(series.rows("select distinct moyenne, nombre from mesure_hebdomadaire order by 1"))
                .containsExactly("1|7", "2|7", "3|7");
        assertThat(series.rows("select count(*) from voie")).containsExactly("3");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
