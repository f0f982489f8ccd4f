package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Numbers against {@link Double#parseDouble}. */
class CellNumberTest {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    @Test
    void a_hundred_thousand_numbers_are_those_that_java_reads() {
        Random random = new Random(25);
        CellNumber number = new CellNumber();
        for (int i = 0; i < 100_000; i++) {
            check(number, number(random));
        }
    }

    @Test
    void a_hundred_thousand_texts_are_numbers_when_the_grammar_says_so() {
        Random random = new Random(26);
        CellNumber number = new CellNumber();
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(8);
            for (int c = 0; c < length; c++) {
                text.append("0123456789..+-eE,_xdf".charAt(random.nextInt(21)));
            }
            check(number, text.toString());
        }
    }

    private static void check(CellNumber number, String text) {
        byte[] bytes = ("9\t " + text + " \t8").getBytes(ISO_8859_1);

        int end = number.read(bytes, 2, bytes.length);

        assertThat(end).as(text).isEqualTo(text.length() + 4);
        boolean grammar = NUMBER.matcher(text).matches();
        if (grammar && Double.isFinite(Double.parseDouble(text))) {
            assertThat(number.kind()).as(text).isEqualTo(CellNumber.Kind.NUMBER);
            assertThat(Double.doubleToRawLongBits(number.value()))
                    .as(text)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        } else {
            assertThat(number.kind()).as(text).isEqualTo(CellNumber.Kind.BAD);
        }
    }

    private static String number(Random random) {
        String sign = new String[] {"", "-", "+"}[random.nextInt(3)];
        return sign
                + switch (random.nextInt(8)) {
                    case 0 -> Double.toString(Math.abs(Double.longBitsToDouble(random.nextLong() >>> 2)));
                    case 1 -> Double.toString(random.nextDouble());
                    case 2 -> Long.toString(random.nextLong() >>> random.nextInt(63) >>> 1);
                    case 3 -> digits(random, 30) + "." + digits(random, 30);
                    case 4 -> digits(random, 20) + "e" + (random.nextInt(700) - 350);
                    case 5 -> "0.000" + digits(random, 25) + "E+" + random.nextInt(40);
                    case 6 -> (1L << 53) + random.nextInt(8) + "." + digits(random, 3);
                    default -> String.format(Locale.ROOT, "%.2f", random.nextDouble() * 500);
                };
    }

    private static String digits(Random random, int most) {
        StringBuilder digits = new StringBuilder();
        int length = 1 + random.nextInt(most);
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
