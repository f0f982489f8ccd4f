package org.atelier.launcher.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.atelier.history.CalendarDay;
import org.atelier.run.Shard;
import org.atelier.settings.DurationRange;
import org.atelier.settings.NumberRange;
import org.atelier.settings.Ratios;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a number, an age, a day or the like of the command line, and knows what is allowed: whatever lies outside is
 * refused before anything is begun, with the range. Each option of such a type names one of these as its converter.
 *
 * @param <T> the option's type
 */
abstract sealed class Ranged<T> implements ITypeConverter<T> {

    private static final long MANY = 1_000_000;
    private static final long VERY_MANY = 1_000_000_000;

    private final String range;
    private final Function<String, T> parse;

    private Ranged(String range, Function<String, T> parse) {
        this.range = range;
        this.parse = parse;
    }

    /** What is allowed, in the words of the refusal. */
    String range() {
        return range;
    }

    @Override
    public T convert(String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static Function<String, Integer> rows(NumberRange range) {
        return text -> Math.toIntExact(range.parse(text));
    }

    /** How many rows are shown. */
    static final class Rows extends Ranged<Integer> {

        private static final NumberRange RANGE = new NumberRange(1, MANY);

        Rows() {
            super(RANGE.words(), rows(RANGE));
        }
    }

    /** How many files or items a run takes. */
    static final class Items extends Ranged<Long> {

        private static final NumberRange RANGE = new NumberRange(1, VERY_MANY);

        Items() {
            super(RANGE.words(), RANGE::parse);
        }
    }

    /** How many rejects are borne; none may be. */
    static final class Rejects extends Ranged<Long> {

        private static final NumberRange RANGE = new NumberRange(0, VERY_MANY);

        Rejects() {
            super(RANGE.words(), RANGE::parse);
        }
    }

    /** How long to wait for something. */
    static final class Wait extends Ranged<Duration> {

        private static final DurationRange RANGE = new DurationRange("0s", DurationRange.LONGEST_WAIT);

        Wait() {
            super(RANGE.words(), RANGE::parse);
        }
    }

    /** How long ago something may be. */
    static final class Age extends Ranged<Duration> {

        private static final DurationRange RANGE = new DurationRange("0s", "100y");

        Age() {
            super(RANGE.words(), RANGE::parse);
        }
    }

    /** A share of a whole. */
    static final class Ratio extends Ranged<BigDecimal> {

        Ratio() {
            super(Ratios.RANGE, Ratios::parse);
        }
    }

    /** One of several parts of the work. */
    static final class Part extends Ranged<Shard> {

        Part() {
            super(Shard.RANGE, Shard::parse);
        }
    }

    /** A day of the calendar. */
    static final class Day extends Ranged<LocalDate> {

        Day() {
            super(CalendarDay.RANGE, CalendarDay::parse);
        }
    }
}
