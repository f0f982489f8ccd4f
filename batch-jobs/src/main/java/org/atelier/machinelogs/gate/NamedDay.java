package org.atelier.machinelogs.gate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The day that a file's name tells: eight digits {@code YYYYMMDD} that no other digit touches, such as
 * {@code 20250528.LOG} or {@code DEM12_20250528-2.LOG}. A name with none tells no day, and one with two different days
 * tells a span that is not known.
 */
final class NamedDay {

    private static final int DIGITS = 8;

    private NamedDay() {}

    /**
     * The day in the name.
     *
     * @param path {@code directory/file}; the directory tells nothing
     */
    static Optional<LocalDate> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Optional<LocalDate> day = Optional.empty();
        int begin = 0;
        while (begin < name.length()) {
            int end = begin;
            while (end < name.length() && isDigit(name.charAt(end))) {
                end++;
            }
            Optional<LocalDate> here =
                    end - begin == DIGITS ? date(Integer.parseInt(name, begin, end, 10)) : Optional.empty();
            if (here.isPresent() && day.isPresent() && !day.equals(here)) {
                return Optional.empty();
            }
            day = here.isPresent() ? here : day;
            begin = Math.max(end, begin + 1);
        }
        return day;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Optional<LocalDate> date(int digits) {
        try {
            return Optional.of(LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
