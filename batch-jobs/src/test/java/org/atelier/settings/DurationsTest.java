package org.atelier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "500ms,PT0.5S",
        "60s,PT1M",
        "10m,PT10M",
        "1h30m,PT1H30M",
        "7d,PT168H",
        "1y,PT8766H",
        "PT5M,PT5M",
        " 2M ,PT2M"
    })
    void durations_are_read_as_people_write_them(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "-5m", "5 m", "5m x", "PT-5M", "P", "1w", "9999999999d"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
    }
}
