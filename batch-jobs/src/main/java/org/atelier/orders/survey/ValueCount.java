package org.atelier.orders.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value and how often the ERP has it.
 *
 * @param kind what it is
 * @param value as it stands there, its beginning if it is very long; null for none
 * @param rows with it
 * @param encoding what encodings did to it
 * @param selectedBy profiles whose test it passes
 */
public record ValueCount(Kind kind, @Nullable String value, long rows, TextEncoding encoding, List<String> selectedBy) {

    /** Copies the list. */
    public ValueCount {
        selectedBy = List.copyOf(selectedBy);
    }

    /** What a value is. */
    public enum Kind {
        /** The status of an order. */
        STATUS,
        /** The part of a note that plans its order, or that would if it had not lost letters. */
        NOTE,
        /** The beginning of an accessory's code, up to its first digit. */
        CODE
    }
}
