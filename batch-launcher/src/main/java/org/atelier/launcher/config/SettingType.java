package org.atelier.launcher.config;

/**
 * How the text of a setting becomes a value.
 *
 * @param <T> the value's type
 */
interface SettingType<T> {

    /** What a value looks like, to follow the words "expects", such as {@code a duration such as 10m}. */
    String expects();

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException when the text is no such value; its message is not shown for secrets
     */
    T read(RawValue raw, ReadingContext context);
}
