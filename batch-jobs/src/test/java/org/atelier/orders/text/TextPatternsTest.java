package org.atelier.orders.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternsTest {

    private static final TextPatterns PLANNED = new TextPatterns(List.of("cde Planifi\u00E9e"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cde Planifi\u00E9e",
                "cde Planifiee",
                "CDE PLANIFI\u00C9E le 28/05",
                "ok: cde planifie\u0301e.",
                "cde Planifi\u00C3\u00A9e",
                "cde Planifi\u00C3\u0192\u00C2\u00A9e",
                "r\u00E9f\u00E9rence \u00E0 voir, cde Planifi\u00C3\u00A9e",
                "\u00E9t\u00E9: CDE PLANIFI\u00C3\u2030E",
                "\u00E9t\u00E9: cde Planifi\u00C3\u0192\u00C2\u00A9e",
                "cde\tPlanifi\u00E9e",
                "cde Plani\0fi\u00E9e",
                "\u00E7de Planifi\u00EAe"
            })
    void these_forms_count(String raw) {
        assertThat(PLANNED.in(clean(raw))).as(raw).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cde Planifi?e",
                "cde Planifi\uFFFDe",
                "cde  Planifi\u00E9e",
                "cdePlanifiee",
                "cde Planifi",
                "devis"
            })
    void these_do_not(String raw) {
        assertThat(PLANNED.in(clean(raw))).as(raw).isFalse();
    }

    @Test
    void accents_of_the_pattern_do_not_count_either() {
        TextPatterns statuses = new TextPatterns(List.of("Planifiee", "vitrage"));
        assertThat(statuses.in("cde Planifi\u00E9e")).isTrue();
        assertThat(statuses.in("en VITRAGE")).isTrue();
        assertThat(statuses.in("lancer")).isFalse();
    }

    @Test
    void the_form_that_matched_is_told_as_it_is_written() {
        assertThat(PLANNED.formIn("le 3: CDE Planifi\u00E9e (Mme X)")).contains("CDE Planifi\u00E9e");
        assertThat(PLANNED.formIn("\u00E9t\u00E9: cde Planifi\u00C3\u00A9e ici"))
                .contains("cde Planifi\u00C3\u00A9e");
        assertThat(PLANNED.formIn("appel")).isEmpty();
    }

    @Test
    void the_form_is_the_shortest_part_that_ends_where_the_first_match_does() {
        TextPatterns patterns = new TextPatterns(List.of("cde Planifi\u00E9e", "abab", "\uAC01x"));
        Random random = new Random(5);
        String[] pieces = {
            "cde ",
            "Planifi",
            "\u00E9",
            "e\u0301",
            "e",
            "ab",
            "AB",
            "\u00C3\u00A9",
            "\uD83C\uDFE8",
            "\uAC01",
            "X",
            "\u0323",
            "?"
        };
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(12); piece > 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Optional<String> form = patterns.formIn(text.toString());
            assertThat(form).as("%s", text).isEqualTo(letterByLetter(patterns, text.toString()));
            found += form.isPresent() ? 1 : 0;
        }
        assertThat(found).isGreaterThan(100);
    }

    /** How it is defined, in a time that grows with the square of the length. */
    private static Optional<String> letterByLetter(TextPatterns patterns, String text) {
        if (!patterns.in(text)) {
            return Optional.empty();
        }
        int end = 1;
        while (!patterns.in(text.substring(0, end))) {
            end++;
        }
        int start = end - 1;
        while (!patterns.in(text.substring(start, end))) {
            start--;
        }
        return Optional.of(text.substring(start, end));
    }

    @Test
    void a_pattern_in_any_encoding_is_found_in_any_encoding() {
        String nfd = Normalizer.normalize("cde Planifi\u00E9e", Normalizer.Form.NFD);
        byte[] bytes = nfd.getBytes(StandardCharsets.UTF_8);
        assertThat(PLANNED.in(clean("\u00E9 " + new String(bytes, StandardCharsets.ISO_8859_1))))
                .isTrue();
    }

    private static String clean(String raw) {
        return Objects.requireNonNull(CleanText.of(raw));
    }
}
