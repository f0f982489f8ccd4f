package org.atelier.orders.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodePointsTest {

    @Test
    void texts_stand_in_the_order_of_their_code_points() {
        List<String> ordered =
                List.of("", "10", "9", "A", "B", "a", "ab", "\u00E9", "\uE000", "\uFFFD", "\uD83D\uDE00");
        Stream<String> shuffled =
                Stream.of("\uD83D\uDE00", "a", "9", "\uFFFD", "", "ab", "B", "\uE000", "10", "\u00E9", "A");
        assertThat(shuffled.sorted(CodePoints.ORDER)).isEqualTo(ordered);
    }

    @Test
    void length_counts_code_points() {
        assertThat(CodePoints.length("a\uD83D\uDE00")).isEqualTo(2);
    }
}
