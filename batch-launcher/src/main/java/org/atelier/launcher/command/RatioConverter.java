package org.atelier.launcher.command;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Shares such as {@code 1%} or {@code 0.01}, from 0 to 1. */
final class RatioConverter implements ITypeConverter<BigDecimal> {

    @Override
    public BigDecimal convert(String text) {
        String trimmed = text.strip();
        boolean percent = trimmed.endsWith("%");
        try {
            BigDecimal number = new BigDecimal(
                    percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed);
            BigDecimal ratio = percent ? number.movePointLeft(2) : number;
            if (ratio.signum() >= 0 && ratio.compareTo(BigDecimal.ONE) <= 0) {
                return ratio;
            }
        } catch (NumberFormatException e) {
            // Told below, like a share out of bounds.
        }
        throw new TypeConversionException("'" + text + "' is no share such as 1% or 0.01");
    }
}
