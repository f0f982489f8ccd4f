package org.atelier.machinelogs.explain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a session.
 *
 * @param column its name in {@code session_production}
 * @param value as computed again, written like the table's; null when there is none
 * @param inTable what the table holds
 * @param madeOf in words, with the numbers or the line it comes from; empty when there is nothing
 */
public record Figure(
        String column, @Nullable String value, @Nullable String inTable, String madeOf) {

    /** Whether the table holds this value. */
    public boolean agrees() {
        return Objects.equals(value, inTable);
    }
}
