package org.atelier.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteRetryTest {

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT1S, 1", "PT3S, 2", "PT15S, 4", "PT16S, 5", "PT2M, 8", "P1000000D, 1051204"})
    void the_pauses_grow_until_they_make_the_patience(Duration patience, int retries) {
        assertThat(RemoteRetry.retries(patience, Duration.ofSeconds(1))).isEqualTo(retries);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1", "PT0.02S, 2"})
    void what_never_passes_is_called_as_often_as_the_patience_lasts(Duration patience, int calls) {
        AtomicInteger called = new AtomicInteger();
        assertThatThrownBy(() -> RemoteRetry.within(patience).call("it", () -> {
                    called.incrementAndGet();
                    throw new IOException("cut off");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("cut off");
        assertThat(called).hasValue(calls);
    }

    @Test
    void what_another_try_cannot_mend_is_not_repeated() {
        AtomicInteger called = new AtomicInteger();
        assertThatThrownBy(() -> RemoteRetry.standard().call("it", () -> {
                    called.incrementAndGet();
                    throw new MissingFileException("it is gone");
                }))
                .isInstanceOf(MissingFileException.class);
        assertThat(called).hasValue(1);
    }
}
