package org.atelier.settings;

import java.util.List;
import java.util.Locale;

/**
 * One setting.
 *
 * @param key the YAML key, such as {@code atelier.data-dir}
 * @param type how its text is read
 * @param fallback what holds when nothing is set: a value as written, or words where it depends
 * @param doc one sentence
 * @param example a value as written in YAML on one line
 * @param secret whether its value is never shown
 * @param plainNames further environment variables
 * @param <T> the value's type
 */
public record Setting<T>(
        String key,
        SettingType<T> type,
        String fallback,
        String doc,
        String example,
        boolean secret,
        List<PlainName> plainNames) {

    /** The environment variable: the key in upper case with underscores. */
    public String environmentName() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Further environment variables that mean the same, in no order of rank. */
    public List<String> alsoKnownAs() {
        return plainNames.stream().map(PlainName::name).toList();
    }

    /** What a value looks like. */
    public String expects() {
        return type.expects();
    }

    /**
     * What holds when nothing is set.
     *
     * @throws IllegalArgumentException when that is told in words
     */
    public T usual() {
        return usual(ReadingContext.ROOT);
    }

    /** The same of a path. */
    T usual(ReadingContext context) {
        return type.read(new RawValue.Scalar(fallback), context);
    }

    /**
     * A setting that is shown and has no further name.
     *
     * @param fallback a value as it is written, or words
     */
    public static <T> Setting<T> of(String key, SettingType<T> type, String fallback, String example, String doc) {
        return new Setting<>(key, type, fallback, doc, example, false, List.of());
    }

    /** The same, never shown. */
    public Setting<T> asSecret() {
        return new Setting<>(key, type, fallback, doc, example, true, plainNames);
    }

    /** The same with further environment variables. */
    public Setting<T> alsoNamed(String... names) {
        return alsoNamed(List.of(names).stream().map(PlainName::same).toList());
    }

    /** The same with further environment variables, whose texts are adapted. */
    public Setting<T> alsoNamed(List<PlainName> names) {
        return new Setting<>(key, type, fallback, doc, example, secret, names);
    }
}
