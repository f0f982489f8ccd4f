package org.atelier.launcher.config;

import java.util.List;
import java.util.Locale;

/**
 * One setting.
 *
 * @param key the YAML key, such as {@code atelier.data-dir}
 * @param type how its text is read
 * @param fallback what holds when nothing is set, in words; for the reference page
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

    static <T> Setting<T> of(String key, SettingType<T> type, String fallback, String example, String doc) {
        return new Setting<>(key, type, fallback, doc, example, false, List.of());
    }

    Setting<T> asSecret() {
        return new Setting<>(key, type, fallback, doc, example, true, plainNames);
    }

    Setting<T> alsoNamed(String... names) {
        return alsoNamed(List.of(names).stream().map(PlainName::same).toList());
    }

    Setting<T> alsoNamed(List<PlainName> names) {
        return new Setting<>(key, type, fallback, doc, example, secret, names);
    }
}
