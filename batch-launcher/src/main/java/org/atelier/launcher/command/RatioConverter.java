package org.atelier.launcher.command;

import java.math.BigDecimal;
import org.atelier.launcher.config.Ratios;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Shares such as {@code 1%} or {@code 0.01}, from 0 to 1. */
final class RatioConverter implements ITypeConverter<BigDecimal> {

    @Override
    public BigDecimal convert(String text) {
        try {
            return Ratios.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
