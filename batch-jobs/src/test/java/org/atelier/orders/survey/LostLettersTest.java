package org.atelier.orders.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LostLettersTest {

    @Test
    void finds_what_a_regular_expression_finds() {
        LostLetters lost = new LostLetters("b\u00E9\u00E8c");
        String letter = "[?\uFFFD]{1,4}";
        Pattern same = Pattern.compile(
                "b(?:" + letter + "|\u00E9)(?:" + letter + "|\u00E8)c",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        String letters = "bB\u00E9\u00C9\u00E8cC???\uFFFD\uFFFD";
        Random random = new Random(3);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = random.nextInt(14); c > 0; c--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            Matcher matcher = same.matcher(text);
            Optional<String> expected = matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
            assertThat(lost.in(text.toString())).as("%s", text).isEqualTo(expected);
        }
    }

    /** By trying every length of every letter it would take years. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_pattern_of_many_letters_that_may_be_lost_is_looked_for_in_a_text_of_lost_ones() {
        LostLetters lost =
                new LostLetters("\u0417\u0430\u043F\u043B\u0430\u043D\u0438\u0440\u043E\u0432\u0430\u043D\u043E!");

        assertThat(lost.in("?".repeat(100_000))).isEmpty();
        assertThat(lost.in("?".repeat(100_000) + "!")).isPresent();
    }
}
