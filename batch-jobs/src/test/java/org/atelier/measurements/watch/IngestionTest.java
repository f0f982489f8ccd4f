package org.atelier.measurements.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.atelier.measurements.watch.Ingestion.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-T33 to R-T42: what is wrong, in words. */
class IngestionTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration LIMIT = Duration.ofHours(26);
    private static final Duration HOUR = Duration.ofHours(1);

    private static Ingestion hoursAgo(long hours) {
        return new Ingestion(NOW, NOW.minus(Duration.ofHours(hours)), HOUR, List.of(), List.of());
    }

    private static List<Trouble> files(int number, String cause) {
        return IntStream.range(0, number)
                .mapToObj(n -> new Trouble("acme/essai/02000800/" + n + ".tsv", cause))
                .toList();
    }

    @Test
    void rt33_rt34_rt37_a_run_that_is_too_old_is_one_problem() {
        assertThat(hoursAgo(2).problems(LIMIT)).isEmpty();
        assertThat(hoursAgo(30).problems(LIMIT))
                .containsExactly("no run took a file since 2026-03-09T06:00:00Z, 30 hours ago; 26 may pass");
        assertThat(hoursAgo(30).problems(Duration.ofDays(2))).isEmpty();
    }

    @Test
    void rt35_no_run_is_one_problem() {
        assertThat(new Ingestion(NOW, null, HOUR, List.of(), List.of()).problems(LIMIT))
                .containsExactly("no run took a file in the last 30 days");
    }

    @Test
    void rt36_rt39_failed_and_deferred_files_are_two_problems_with_numbers_and_causes() {
        List<Trouble> failed =
                List.of(new Trouble("a/b/c/1.tsv", "EMPTY: The file is empty."), new Trouble("a/b/c/2.tsv", null));
        assertThat(new Ingestion(NOW, NOW, HOUR, failed, files(3, "deferred")).problems(LIMIT))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "2 files failed in the last 60 minutes:\na/b/c/1.tsv : EMPTY: The file is empty.\na/b/c/2.tsv");
        assertThat(new Ingestion(NOW, NOW, HOUR, List.of(), files(3, "deferred"))
                        .problems(LIMIT)
                        .get(0))
                .startsWith("3 files deferred or not stored in the last 60 minutes:\n");
    }

    @Test
    void rt40_a_window_of_180_minutes_is_3_hours() {
        assertThat(new Ingestion(NOW, NOW, Duration.ofHours(3), files(1, "x"), List.of())
                        .problems(LIMIT)
                        .get(0))
                .startsWith("1 file failed in the last 3 hours:\n");
    }

    @Test
    void rt41_of_thirteen_files_ten_are_named_and_three_counted() {
        String text = new Ingestion(NOW, NOW, HOUR, files(13, "x"), List.of())
                .problems(LIMIT)
                .get(0);
        assertThat(text.lines()).hasSize(12);
        assertThat(text).endsWith("\nand 3 others").contains("/0.tsv : x\n", "/9.tsv : x\n");
    }

    @ParameterizedTest
    @CsvSource({",60", "150,150", "10,60", "43200,10080"})
    void rt42_a_window_is_an_hour_at_least_and_a_week_at_most(Long asked, long minutes) {
        assertThat(Ingestion.window(asked == null ? null : Duration.ofMinutes(asked)))
                .isEqualTo(Duration.ofMinutes(minutes));
    }
}
