package org.atelier.history;

import org.jspecify.annotations.Nullable;

/**
 * One order that a target table could not take.
 *
 * @param table the target table
 * @param order key of the order in the ERP
 * @param number its number
 * @param extension its extension
 * @param column of the target table
 * @param reason such as {@code TOO_LONG}
 * @param value as it stands in the ERP; null for none, and for protected columns
 * @param since the run that found it first
 */
public record OrderRejectRecord(
        String table,
        String order,
        @Nullable String number,
        @Nullable String extension,
        String column,
        String reason,
        @Nullable String value,
        long since) {}
