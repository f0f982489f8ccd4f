package org.atelier.orders.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row for a staging table.
 *
 * @param order cleaned key of the order that it comes from
 * @param values in the order of the table's columns, each null, a String, Integer, LocalDate or LocalDateTime
 */
public record StagedRow(String order, List<@Nullable Object> values) {}
