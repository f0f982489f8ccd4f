package org.atelier.orders.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
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
