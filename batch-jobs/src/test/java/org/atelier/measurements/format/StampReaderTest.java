package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Stamps against java.time. */
class StampReaderTest {

    private static final DateTimeFormatter REFERENCE = part(ChronoField.DAY_OF_MONTH, "/")
            .append(part(ChronoField.MONTH_OF_YEAR, "/").toFormatter(Locale.ROOT))
            .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(1969, 1, 1))
            .appendLiteral(' ')
            .append(part(ChronoField.HOUR_OF_DAY, ":").toFormatter(Locale.ROOT))
            .append(part(ChronoField.MINUTE_OF_HOUR, ":").toFormatter(Locale.ROOT))
            .append(part(ChronoField.SECOND_OF_MINUTE, "").toFormatter(Locale.ROOT))
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static DateTimeFormatterBuilder part(ChronoField field, String behind) {
        return new DateTimeFormatterBuilder()
                .appendValue(field, 1, 2, SignStyle.NOT_NEGATIVE)
                .appendLiteral(behind);
    }

    @Test
    void a_stamp_is_what_java_time_says_when_it_is_strict() {
        Random random = new Random(24);
        StampReader reader = new StampReader(null);
        int valid = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = stamp(random);
            long expected = expected(text);
            byte[] bytes = ("x" + text + "y").getBytes(ISO_8859_1);

            assertThat(reader.read(bytes, 1, bytes.length - 1)).as(text).isEqualTo(expected);
            valid += expected == StampReader.BAD ? 0 : 1;
        }
        assertThat(valid).isGreaterThan(50_000);
    }

    @Test
    void every_second_of_a_day_and_every_day_of_a_century_is_right() {
        StampReader reader = new StampReader(null);
        DateTimeFormatter writer = DateTimeFormatter.ofPattern("dd/MM/uu HH:mm:ss", Locale.ROOT);
        LocalDateTime start = LocalDateTime.of(1969, 1, 1, 0, 0);
        for (int i = 0; i < 86_400; i++) {
            LocalDateTime time = start.plusDays(i % 36_525).plusSeconds(i);
            byte[] bytes = time.format(writer).getBytes(ISO_8859_1);

            long read = reader.read(bytes, 0, bytes.length);

            if (read != time.toEpochSecond(ZoneOffset.UTC)) {
                assertThat(read).as(time.toString()).isEqualTo(time.toEpochSecond(ZoneOffset.UTC));
            }
        }
    }

    private static long expected(String text) {
        try {
            return LocalDateTime.parse(text.strip(), REFERENCE).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            return StampReader.BAD;
        }
    }

    private static String stamp(Random random) {
        StringBuilder stamp = new StringBuilder(" ".repeat(random.nextInt(20) / 19));
        stamp.append(number(random, 33)).append('/').append(number(random, 14)).append('/');
        stamp.append(String.format(Locale.ROOT, "%02d", random.nextInt(100))).append(' ');
        stamp.append(number(random, 25)).append(':').append(number(random, 61)).append(':');
        stamp.append(number(random, 61));
        if (random.nextInt(4) == 0) {
            stamp.setCharAt(random.nextInt(stamp.length()), "0123456789/: .-a".charAt(random.nextInt(16)));
        }
        if (random.nextInt(8) == 0) {
            stamp.setLength(random.nextInt(stamp.length() + 1));
        }
        return stamp.toString();
    }

    private static String number(Random random, int bound) {
        int number = random.nextInt(bound);
        return random.nextBoolean() ? String.valueOf(number) : String.format(Locale.ROOT, "%02d", number);
    }
}
