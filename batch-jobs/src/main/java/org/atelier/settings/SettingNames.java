package org.atelier.settings;

import java.util.List;
import java.util.stream.Stream;

/** The names under which settings are known, and what was probably meant by others. */
final class SettingNames {

    /** Behind a secret's key: the value is the path of a file that holds it. */
    static final String KEY_FILE = "-file";

    /** Behind a variable's name: the value is the path of a file that holds it. */
    static final String VARIABLE_FILE = "_FILE";

    private static final List<String> KEYS =
            Catalogue.all().stream().flatMap(SettingNames::keys).toList();
    private static final List<String> VARIABLES = Stream.concat(
                    Catalogue.all().stream().map(Setting::environmentName),
                    Stream.of("ATELIER_CONFIG", "ATELIER_JAVA_OPTS", "ATELIER_CACHE_DIR", "ATELIER_POSTGRES_RUN_AS"))
            .toList();

    private SettingNames() {}

    static boolean isKey(String key) {
        return KEYS.contains(key);
    }

    static boolean isPrefix(String key) {
        return KEYS.stream().anyMatch(known -> known.startsWith(key + "."));
    }

    static boolean isVariable(String name) {
        return VARIABLES.contains(name)
                || (name.endsWith(VARIABLE_FILE)
                        && VARIABLES.contains(name.substring(0, name.length() - VARIABLE_FILE.length())));
    }

    static String hintForKey(String key) {
        return hint(key, KEYS);
    }

    static String hintForVariable(String name) {
        return hint(name, VARIABLES);
    }

    private static String hint(String typed, List<String> names) {
        return NearestName.of(typed, names)
                .map(name -> "did you mean " + name + "?")
                .orElse("remove it, or see docs/reference/settings.md for the settings there are");
    }

    private static Stream<String> keys(Setting<?> setting) {
        return setting.secret() ? Stream.of(setting.key(), setting.key() + KEY_FILE) : Stream.of(setting.key());
    }
}
