package org.atelier.orders.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MarkRunsTest {

    /** Marks of many classes, some that decompose, some that nothing passes, and letters. */
    private static final int[] SOME =
            "e\u00E9\u1EA5a\u0300\u0301\u0323\u0327\u0334\u0344\u0345\u034F\u0360\u05B0\u05BC\u064B\u0651\u093C\u094D\u0F71\u0F73\u3099\uD834\uDD65\uD834\uDD6D\u20DD\u0903"
                    .codePoints()
                    .toArray();

    @Test
    void an_ordered_text_is_canonically_equivalent() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(120);
            for (int c = 0; c < length; c++) {
                text.appendCodePoint(SOME[random.nextInt(30) == 0 ? random.nextInt(4) : random.nextInt(SOME.length)]);
            }
            String raw = text.toString();
            for (Normalizer.Form form : Normalizer.Form.values()) {
                assertThat(Normalizer.normalize(MarkRuns.ordered(raw), form))
                        .isEqualTo(Normalizer.normalize(raw, form));
            }
        }
    }

    @Test
    void text_without_long_runs_is_left_alone() {
        String text = "e\u0323\u0301 \u00E9te\u0301";

        assertThat(MarkRuns.ordered(text)).isSameAs(text);
    }

    /** By insertion it would take hours. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_run_of_millions_of_marks_is_cleaned_and_compared() {
        String marks = "\u0301\u0323".repeat(1_000_000);
        TextPatterns patterns = new TextPatterns(java.util.List.of("cde Planifi\u00E9e"));

        String clean = java.util.Objects.requireNonNull(CleanText.of("cde Planifi" + "e" + marks + "e"));

        assertThat(clean).isEqualTo("cde Planifi\u1EB9" + "\u0323".repeat(999_999) + "\u0301".repeat(1_000_000) + "e");
        assertThat(patterns.in(clean)).isTrue();
        assertThat(patterns.formIn(clean)).contains(clean);
    }
}
