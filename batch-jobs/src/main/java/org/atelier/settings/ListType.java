package org.atelier.settings;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One text or a list of texts: a YAML sequence, or separated by commas or line ends.
 *
 * @param expects what it is
 * @param trim what is done with the blanks of an item
 * @param least how many items there must be
 */
record ListType(String expects, UnaryOperator<String> trim, int least) implements SettingType<List<String>> {

    ListType(String expects) {
        this(expects, String::strip, 0);
    }

    @Override
    public boolean takesLines() {
        return true;
    }

    @Override
    public List<String> read(RawValue raw, ReadingContext context) {
        List<String> items =
                items(raw).map(trim).filter(item -> !item.isBlank()).toList();
        if (items.size() < least) {
            throw new IllegalArgumentException("too few");
        }
        return items;
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
