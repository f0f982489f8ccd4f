package org.atelier.machinelogs.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlausibleTimesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void times_are_plausible_from_the_year_2000_to_a_day_after_the_later_instant() {
        Instant early = Instant.parse("2025-05-27T10:00:00Z");
        Instant late = Instant.parse("2025-05-28T22:30:00Z");
        PlausibleTimes expected =
                new PlausibleTimes(LocalDateTime.of(2000, 1, 1, 0, 0), LocalDateTime.of(2025, 5, 30, 0, 30));
        assertThat(PlausibleTimes.of(early, late, PARIS)).isEqualTo(expected);
        assertThat(PlausibleTimes.of(late, early, PARIS)).isEqualTo(expected);
    }

    @Test
    void the_day_is_24_hours_of_the_wall_clock_also_when_the_clock_changes() {
        Instant evening = Instant.parse("2025-03-29T11:00:00Z");
        assertThat(PlausibleTimes.of(evening, evening, PARIS).to()).isEqualTo(LocalDateTime.of(2025, 3, 30, 12, 0));
    }

    @Test
    void bounds_within_a_second_let_in_the_whole_seconds_between_them() {
        PlausibleTimes times = new PlausibleTimes(
                LocalDateTime.parse("1970-01-01T00:00:01.5"), LocalDateTime.parse("1970-01-01T00:00:09.5"));
        assertThat(times.fromSecond()).isEqualTo(2);
        assertThat(times.toSecond()).isEqualTo(9);
    }
}
