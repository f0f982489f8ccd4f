package org.atelier.orders.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CleanTextTest {

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("plain", "plain"),
                Arguments.of("  around  ", "around"),
                Arguments.of("a\tb", "a b"),
                Arguments.of("a\r\nb", "a  b"),
                Arguments.of("a\0b\u0001c\u007Fd", "abcd"),
                Arguments.of("a\u0085b\u0099", "ab"),
                Arguments.of("\u00A0\u2007\u202F\u3000x\u2003\u2029", "x"),
                Arguments.of("Planifi\u00C3\u00A9e", "Planifi\u00E9e"),
                Arguments.of("Planifi\u00C3\u0192\u00C2\u00A9e", "Planifi\u00E9e"),
                Arguments.of("R\u00E9sidence", "R\u00E9sidence"),
                Arguments.of("e\u0301t\u00E9", "\u00E9t\u00E9"),
                Arguments.of("\u00C3\u0089t\u00C3\u00A9", "\u00C9t\u00E9"),
                Arguments.of("\u00C3\u2030t\u00C3\u00A9", "\u00C9t\u00E9"),
                Arguments.of("le \u00C3\u00A9 et \u00E9", "le \u00C3\u00A9 et \u00E9"),
                Arguments.of("10 \u20AC", "10 \u20AC"),
                Arguments.of("\u00E2\u201A\u00AC", "\u20AC"),
                Arguments.of("\u0001 \t ", null),
                Arguments.of("\uFFFD?", "\uFFFD?"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_of_cleaning(String raw, @Nullable String clean) {
        assertThat(CleanText.of(raw)).isEqualTo(clean);
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(CleanText.of(null)).isNull();
        assertThat(CleanText.of("")).isNull();
    }

    @Test
    void any_text_is_cleaned_once_and_for_all() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String raw = text(random);
            String clean = CleanText.of(raw);
            assertThat(CleanText.of(clean)).as(raw).isEqualTo(clean);
            if (clean != null) {
                assertThat(clean.chars().noneMatch(Character::isISOControl))
                        .as(raw)
                        .isTrue();
                assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC))
                        .as(raw)
                        .isTrue();
            }
        }
    }

    @Test
    void any_text_survives_being_encoded_twice() {
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            String clean = CleanText.of(text(random));
            if (clean != null && isWhole(clean)) {
                String twice = new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                assertThat(CleanText.of(twice)).isEqualTo(clean);
            }
        }
    }

    /** Half a surrogate pair cannot be encoded at all. */
    private static boolean isWhole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
    }

    /**
     * Few letters, so that they meet often: accents, marks, blanks, controls, pieces of UTF-8 read as something else.
     */
    private static String text(Random random) {
        String letters = "ae\u00E9\u0301 \t\0\u0085\u00A0\u00C3\u00A9\u00C2\u20AC\u0192\uFFFD\uD83D\uDE00\u1E9B\u0344";
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n >= 0; n--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void what_the_fixture_calls_windows_1252_is_what_is_undone() {
        byte[] bytes = "\u00C0 l'\u00E9t\u00E9, 10 \u20AC \u2013 \u0153uvre".getBytes(StandardCharsets.UTF_8);
        assertThat(CleanText.of(new String(bytes, StandardCharsets.ISO_8859_1)))
                .isEqualTo("\u00C0 l'\u00E9t\u00E9, 10 \u20AC \u2013 \u0153uvre");
        assertThat(CleanText.of(
                        new String("d\u00E9j\u00E0".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"))))
                .as("\u00E0 is C3 A0: a no-break space behind a letter, which is not white space around it")
                .isEqualTo("d\u00E9j\u00E0");
    }
}
