package org.atelier.settings;

import java.util.function.BiFunction;
import java.util.function.Function;

/** A type of one text; sequences and mappings are refused. */
record ScalarType<T>(String expects, BiFunction<String, ReadingContext, T> parse) implements SettingType<T> {

    static <T> ScalarType<T> of(String expects, Function<String, T> parse) {
        return new ScalarType<>(expects, (text, context) -> parse.apply(text));
    }

    @Override
    public T read(RawValue raw, ReadingContext context) {
        if (raw instanceof RawValue.Scalar scalar) {
            return parse.apply(scalar.text().strip(), context);
        }
        throw new IllegalArgumentException("not one value");
    }
}
