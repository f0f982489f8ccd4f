package org.atelier.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static Measured seconds(long millis) {
        return new Measured(Duration.ofMillis(millis), Duration.ofMillis(1_500), 200L << 20);
    }

    @Test
    void a_row_has_the_median_its_range_and_the_ratio_to_the_reference() {
        Report report = new Report("copy");
        report.add("copy", new Measured(Duration.ofSeconds(2), Duration.ZERO, 0), 0, 0);
        report.add("run", seconds(5_000), 1_000, 3 << 20);
        report.add("run", seconds(3_000), 1_000, 3 << 20);
        report.add("run", seconds(9_000), 1_000, 3 << 20);

        assertThat(report.markdown().lines())
                .contains(
                        "| copy | 2.00 [2.00-2.00] |  |  |  |  | 1.00 |",
                        "| run | 5.00 [3.00-9.00] | 200 | 0.6 | 1.5 | 200 | 2.50 |");
    }
}
