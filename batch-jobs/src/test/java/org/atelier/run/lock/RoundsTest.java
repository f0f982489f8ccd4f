package org.atelier.run.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void whatever_goes_wrong_in_a_round_the_next_one_comes() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        Rounds rounds = Rounds.start(
                "test",
                () -> {
                    switch (begun.incrementAndGet()) {
                        case 1 -> throw new IllegalStateException("unchecked");
                        case 2 -> throw new OutOfMemoryError("for a test");
                        default -> third.countDown();
                    }
                },
                last::countDown);
        assertThat(third.await(30, TimeUnit.SECONDS)).isTrue();
        rounds.close();
        assertThat(last.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
