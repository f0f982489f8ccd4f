package org.atelier.settings;

/**
 * How the text of a setting becomes a value.
 *
 * @param <T> the value's type
 */
public interface SettingType<T> {

    /** What a value looks like, to follow the words "expects", such as {@code a duration such as 10m}. */
    String expects();

    /** Whether line breaks stand between the items of one text. */
    default boolean takesLines() {
        return false;
    }

    /**
     * The text that a value is read from, without what does not count.
     *
     * @param text as written
     */
    default String meant(String text) {
        return text.strip();
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException when the text is no such value; its message is not shown for secrets
     */
    T read(RawValue raw, ReadingContext context);
}
