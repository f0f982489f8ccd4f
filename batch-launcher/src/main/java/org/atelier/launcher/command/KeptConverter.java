package org.atelier.launcher.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.atelier.retention.Kept;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code vanished-orders} and the other words for kinds of data. */
final class KeptConverter implements ITypeConverter<Kept> {

    @Override
    public Kept convert(String text) {
        return Arrays.stream(Kept.values())
                .filter(kind -> kind.word().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Arrays.stream(Kept.values()).map(Kept::word).collect(Collectors.joining(", "))
                        + " but was '" + text + "'"));
    }
}
