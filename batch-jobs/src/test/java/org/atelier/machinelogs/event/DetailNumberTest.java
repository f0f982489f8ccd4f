package org.atelier.machinelogs.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scanner against the rule as a regular expression. */
class DetailNumberTest {

    private static final Pattern RULE =
            Pattern.compile("(?<![0-9])(?<![0-9][.,])[0-9]+([.,][0-9]+)?(?![0-9])(?![.,][0-9])");

    private static final Pattern MINUS = Pattern.compile("(^|.*[^\\p{L}\\p{Nd}])-", Pattern.DOTALL);

    @Test
    void numbers_are_found_as_the_rule_says() throws BadDetailsException {
        Random random = new Random(42);
        for (int n = 0; n < 200_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append("0123457,.,.--  aé".charAt(random.nextInt(17)));
            }
            assertThat(scanned(text.toString())).as("'%s'", text).isEqualTo(matched(text.toString()));
        }
    }

    private static List<String> scanned(String text) throws BadDetailsException {
        List<String> numbers = new ArrayList<>();
        for (DetailNumber n = DetailNumber.find(text, 0); n != null; n = DetailNumber.find(text, n.end())) {
            numbers.add((n.isNegative() ? "-" : "") + text.substring(n.start(), n.end()) + n.hasDecimals());
        }
        return numbers;
    }

    private static List<String> matched(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher number = RULE.matcher(text);
        while (number.find()) {
            boolean negative = MINUS.matcher(text.substring(0, number.start())).matches();
            numbers.add((negative ? "-" : "") + number.group() + (number.group(1) != null));
        }
        return numbers;
    }
}
