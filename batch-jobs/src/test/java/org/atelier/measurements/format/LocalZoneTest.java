package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.atelier.measurements.point.ReadingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain files whose stamps are civil times. */
class LocalZoneTest {

    private static final String PARIS = "Europe/Paris";

    @Test
    void l29_an_hour_that_comes_twice_is_summer_time_then_winter_time() {
        assertThat(times(
                        "26/10/25 01:50:00",
                        "26/10/25 02:00:00",
                        "26/10/25 02:50:00",
                        "26/10/25 02:00:00",
                        "26/10/25 02:50:00",
                        "26/10/25 03:00:00"))
                .containsExactly(
                        "2025-10-25T23:50:00Z",
                        "2025-10-26T00:00:00Z",
                        "2025-10-26T00:50:00Z",
                        "2025-10-26T01:00:00Z",
                        "2025-10-26T01:50:00Z",
                        "2025-10-26T02:00:00Z");
    }

    @Test
    void l29_no_zone_means_utc_and_the_hour_overwrites_itself() {
        ReadFile read = ReadFile.of(Tsv.plain("26/10/25 02:00:00|1|1", "26/10/25 02:00:00|2|2"));

        assertThat(read.stamps())
                .containsOnly(Instant.parse("2025-10-26T02:00:00Z").getEpochSecond());
    }

    @Test
    void the_same_stamp_again_stays_in_its_pass() {
        assertThat(times("26/10/25 02:10:00", "26/10/25 02:10:00", "26/10/25 02:00:00", "26/10/25 02:00:00"))
                .containsExactly(
                        "2025-10-26T00:10:00Z", "2025-10-26T00:10:00Z", "2025-10-26T01:00:00Z", "2025-10-26T01:00:00Z");
    }

    @Test
    void a_clock_that_is_set_back_late_is_in_the_second_pass() {
        assertThat(times("26/10/25 02:50:00", "26/10/25 03:10:00", "26/10/25 02:20:00", "26/10/25 02:30:00"))
                .endsWith("2025-10-26T01:20:00Z", "2025-10-26T01:30:00Z");
    }

    @Test
    void a_backlog_that_comes_again_begins_with_the_first_pass() {
        assertThat(times(
                        "26/10/25 02:00:00",
                        "10/11/25 02:00:00",
                        "26/10/25 02:30:00",
                        "26/10/25 02:10:00",
                        "26/10/25 01:00:00",
                        "26/10/25 02:20:00"))
                .containsExactly(
                        "2025-10-26T00:00:00Z",
                        "2025-11-10T01:00:00Z",
                        "2025-10-26T00:30:00Z",
                        "2025-10-26T01:10:00Z",
                        "2025-10-25T23:00:00Z",
                        "2025-10-26T00:20:00Z");
    }

    @Test
    void a_time_that_was_left_out_is_as_much_later_as_the_clocks_went_forward() {
        assertThat(times("29/03/26 01:59:59", "29/03/26 02:00:00", "29/03/26 02:30:00", "29/03/26 03:00:00"))
                .containsExactly(
                        "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z", "2026-03-29T01:00:00Z");
    }

    @Test
    void header_blocks_are_utc_whatever_the_zone() {
        ReadFile read = ReadFile.of(
                Tsv.block("{\"TimeZoneName\":\"Europe/Paris\"}", "10/07/26 10:00:00|1|2"),
                new ReadingRules(ReadFile.RULES.lastLine(), ReadFile.RULES.zeroMarkers(), ZoneId.of(PARIS)));

        assertThat(read.reading().first()).isEqualTo("2026-07-10T10:00:00Z");
    }

    @Test
    void days_are_those_of_utc() {
        assertThat(ReadFile.inZone(PARIS, Tsv.plain("10/07/26 01:00:00|1|2"))
                        .reading()
                        .days())
                .containsExactly(LocalDate.of(2026, 7, 9));
        assertThat(ReadFile.inZone("Pacific/Auckland", Tsv.plain("01/01/69 01:00:00|1|2"))
                        .reading()
                        .days())
                .containsExactly(LocalDate.of(1968, 12, 31));
        assertThat(ReadFile.inZone("Pacific/Pago_Pago", Tsv.plain("31/12/68 23:00:00|1|2"))
                        .reading()
                        .days())
                .containsExactly(LocalDate.of(2069, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {PARIS, "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata", "+05:30", "UTC"})
    void a_century_of_ascending_times_is_what_java_time_says(String name) {
        ZoneId zone = ZoneId.of(name);
        WallClock clock = new WallClock(zone);
        LocalDateTime time = LocalDateTime.of(1969, 1, 1, 0, 7);
        while (time.getYear() < 2069) {
            long read = clock.epochSecond(time.toEpochSecond(ZoneOffset.UTC));
            long expected = time.atZone(zone).toEpochSecond();
            if (read != expected) {
                assertThat(read).as(time.toString()).isEqualTo(expected);
            }
            time = time.plusMinutes(37);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PARIS, "America/New_York", "Australia/Lord_Howe"})
    void a_year_of_a_clock_that_runs_through_its_changes_comes_back_whole(String name) {
        ZoneId zone = ZoneId.of(name);
        WallClock clock = new WallClock(zone);
        Instant time = Instant.parse("2025-01-01T00:00:00Z");
        while (time.isBefore(Instant.parse("2027-01-01T00:00:00Z"))) {
            long local = LocalDateTime.ofInstant(time, zone).toEpochSecond(ZoneOffset.UTC);
            if (clock.epochSecond(local) != time.getEpochSecond()) {
                assertThat(Instant.ofEpochSecond(clock.epochSecond(local))).isEqualTo(time);
            }
            time = time.plusSeconds(600);
        }
    }

    private static List<String> times(String... stamps) {
        String[] rows = Arrays.stream(stamps).map(stamp -> stamp + "|1").toArray(String[]::new);
        return ReadFile.inZone(PARIS, Tsv.plain(rows)).stamps().stream()
                .map(stamp -> Instant.ofEpochSecond(stamp).toString())
                .toList();
    }
}
