package org.atelier.launcher.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One text or a list of texts: a YAML sequence, or separated by commas or line ends. */
record ListType(String expects) implements SettingType<List<String>> {

    @Override
    public List<String> read(RawValue raw, ReadingContext context) {
        return items(raw).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    private static Stream<String> items(RawValue raw) {
        if (raw instanceof RawValue.Items list) {
            return list.items().stream();
        }
        if (raw instanceof RawValue.Scalar scalar) {
            return Arrays.stream(scalar.text().split("[,\r\n]", -1));
        }
        throw new IllegalArgumentException("a mapping");
    }
}
