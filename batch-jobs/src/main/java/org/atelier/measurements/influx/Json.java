package org.atelier.measurements.influx;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads answers: JSON is YAML as well. */
final class Json {

    private Json() {}

    /** What a text holds, in maps, lists and values; null for nothing, and for what cannot be read. */
    static @Nullable Object read(String text) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (YAMLException e) {
            return null;
        }
    }
}
