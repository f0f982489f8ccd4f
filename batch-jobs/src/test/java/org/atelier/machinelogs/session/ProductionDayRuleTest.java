package org.atelier.machinelogs.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionDayRuleTest {

    @ParameterizedTest
    @CsvSource({
        "00:00, 2025-05-27T00:00:00, 2025-05-27",
        "00:00, 2025-05-27T23:59:59, 2025-05-27",
        "05:00, 2025-05-27T04:59:59, 2025-05-26",
        "05:00, 2025-05-27T05:00:00, 2025-05-27",
        "05:00, 2025-05-28T00:00:00, 2025-05-27",
        "23:59:59, 2025-01-01T23:59:58, 2024-12-31",
        // Plain arithmetic of the wall clock: the hour that spring skips counts.
        "05:00, 2025-03-30T05:00:00, 2025-03-30",
        "05:00, 1970-01-01T04:00:00, 1969-12-31",
    })
    void the_day_is_the_date_of_the_time_less_its_start(LocalTime start, LocalDateTime time, LocalDate day) {
        ProductionDayRule rule = new ProductionDayRule(start);
        assertThat(rule.dayOf(time.toEpochSecond(ZoneOffset.UTC))).isEqualTo(day);
        assertThat(rule.epochDay(time.toEpochSecond(ZoneOffset.UTC))).isEqualTo(day.toEpochDay());
    }

    @Test
    void a_day_begins_at_a_whole_second() {
        LocalTime odd = LocalTime.parse("05:00:00.5");
        assertThatThrownBy(() -> new ProductionDayRule(odd)).isInstanceOf(IllegalArgumentException.class);
    }
}
