package org.atelier.machinelogs.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionMetricsTest {

    /** Quarters of a second, counted one by one. */
    private static final int TICKS = 4;

    @Test
    void the_metrics_are_those_of_counting_every_quarter_of_a_second() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            int from = 100 + random.nextInt(50);
            int to = from + random.nextInt(200);
            Counted counted = new Counted(from, to);
            for (int i = random.nextInt(12); i > 0; i--) {
                counted.add(random.nextInt(400), random.nextInt(300), random.nextBoolean());
            }
            assertThat(counted.measured()).as("seed %d", seed).isEqualTo(counted.expected());
        }
    }

    @Test
    void rates_add_up_to_100_and_stay_within_0_and_100() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            Counted counted = new Counted(0, 1 + random.nextInt(100_000));
            for (int i = 0; i < 6; i++) {
                counted.add(random.nextInt(100_000), random.nextInt(40_000), random.nextBoolean());
            }
            SessionMetrics m = counted.measured();
            BigDecimal sum = m.occupationRate().add(m.waitRate()).add(m.voluntaryStopRate());
            assertThat(sum).isBetween(new BigDecimal("99.99"), new BigDecimal("100.01"));
            assertThat(m.occupationRate()).isBetween(BigDecimal.ZERO, new BigDecimal("100.00"));
            assertThat(m.waitRate()).isBetween(BigDecimal.ZERO, new BigDecimal("100.00"));
            assertThat(m.voluntaryStopRate()).isBetween(BigDecimal.ZERO, new BigDecimal("100.00"));
            assertThat(m.effectiveHours()).isNotNegative();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // 0.18 s are exactly half of the last decimal of an hour; 0.005 % of 3600 s are 0.18 s too.
        "3600, 0.18, 0.0001, 0.01, 1.0000, 100.00",
        "3600, 0.1799999999999999999, 0.0000, 0.00, 1.0000, 100.00",
        "3600, 0.5400000000000000001, 0.0002, 0.02, 0.9998, 99.98",
        "7200, 7200, 2.0000, 100.00, 0.0000, 0.00",
        "3, 1, 0.0003, 33.33, 0.0006, 66.67",
    })
    void figures_are_rounded_once_half_up_from_exact_values(
            int window, BigDecimal wait, String waitHours, String waitRate, String effective, String occupation) {
        Periods waits = new Periods();
        waits.add(0, wait);
        SessionMetrics metrics = SessionMetrics.of(new Moment(0, 0), new Moment(window, window), waits, new Periods());
        assertThat(metrics.waitHours()).isEqualTo(new BigDecimal(waitHours));
        assertThat(metrics.waitRate()).isEqualTo(new BigDecimal(waitRate));
        assertThat(metrics.effectiveHours()).isEqualTo(new BigDecimal(effective));
        assertThat(metrics.occupationRate()).isEqualTo(new BigDecimal(occupation));
    }

    /** A window and its periods, as marks on every quarter of a second. */
    private static final class Counted {

        private final int from;
        private final int to;
        private final Periods waits = new Periods();
        private final Periods stops = new Periods();
        private final boolean[] waiting = new boolean[TICKS * 200_000];
        private final boolean[] stopped = new boolean[TICKS * 200_000];
        private int waitTicks;
        private int stopTicks;

        Counted(int from, int to) {
            this.from = from;
            this.to = to;
        }

        /** Stops last whole seconds, waits quarters. */
        void add(int start, int length, boolean wait) {
            int ticks = wait ? length : TICKS * (length / TICKS);
            BigDecimal seconds = BigDecimal.valueOf(25L * ticks, 2);
            (wait ? waits : stops).add(start, seconds);
            for (int i = 0; i < ticks; i++) {
                (wait ? waiting : stopped)[TICKS * start + i] = true;
            }
            waitTicks += wait ? ticks : 0;
            stopTicks += wait ? 0 : ticks;
        }

        SessionMetrics measured() {
            return SessionMetrics.of(new Moment(from, from), new Moment(to, to), waits, stops);
        }

        SessionMetrics expected() {
            int waited = 0;
            int halted = 0;
            for (int i = TICKS * from; i < TICKS * to; i++) {
                halted += stopped[i] ? 1 : 0;
                waited += waiting[i] && !stopped[i] ? 1 : 0;
            }
            int window = TICKS * (to - from);
            int effective = window - waited - halted;
            return new SessionMetrics(
                    hours(window),
                    hours(waitTicks),
                    hours(stopTicks),
                    hours(effective),
                    rate(effective, window),
                    rate(waited, window),
                    rate(halted, window));
        }

        private static BigDecimal hours(int ticks) {
            return BigDecimal.valueOf(ticks).divide(BigDecimal.valueOf(3_600L * TICKS), 4, RoundingMode.HALF_UP);
        }

        private static BigDecimal rate(int part, int whole) {
            return whole == 0
                    ? new BigDecimal("0.00")
                    : BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        }
    }
}
