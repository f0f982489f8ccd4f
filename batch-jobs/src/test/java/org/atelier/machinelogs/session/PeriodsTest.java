package org.atelier.machinelogs.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PeriodsTest {

    @Test
    void the_sum_counts_each_period_and_the_coverage_each_instant() {
        Periods periods = new Periods();
        periods.add(100, new BigDecimal("10.5"));
        periods.add(100, new BigDecimal("2"));
        periods.add(105, new BigDecimal("10"));
        periods.add(115, new BigDecimal("0"));
        periods.add(200, new BigDecimal("1"));
        assertThat(periods.sum()).isEqualByComparingTo("23.5");
        assertThat(periods.coverage(0, 1_000)).isEqualByComparingTo("16");
        assertThat(periods.coverage(103, 110)).isEqualByComparingTo("7");
        assertThat(periods.coverage(114, 201)).isEqualByComparingTo("2");
        assertThat(periods.coverage(300, 400)).isEqualByComparingTo("0");
        assertThat(periods.coverage(105, 105)).isEqualByComparingTo("0");
    }

    @Test
    void a_short_period_within_a_long_one_covers_nothing_more() {
        Periods periods = new Periods();
        periods.add(0, new BigDecimal("100"));
        periods.add(10, new BigDecimal("5"));
        periods.add(50, new BigDecimal("60"));
        assertThat(periods.coverage(0, 1_000)).isEqualByComparingTo("110");
    }
}
