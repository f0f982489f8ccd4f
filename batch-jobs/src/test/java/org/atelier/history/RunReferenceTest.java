package org.atelier.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunReferenceTest {

    @Test
    void every_kind_is_read() {
        assertThat(RunReference.parse("42")).isEqualTo(new RunReference.Id(42));
        assertThat(RunReference.parse("last")).isEqualTo(new RunReference.Last());
        assertThat(RunReference.parse("last-failed")).isEqualTo(new RunReference.LastFailed());
        assertThat(RunReference.parse("machine-logs@2025-05-28"))
                .isEqualTo(new RunReference.JobOnDay("machine-logs", LocalDate.of(2025, 5, 28)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lost", "@2025-05-28", "machine-logs@2025-02-30", "machine-logs@", "1.5", "1 or 1=1"})
    void anything_else_is_refused_with_what_is_expected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunReference.parse(text))
                .withMessageContaining("expected an id, last");
    }
}
