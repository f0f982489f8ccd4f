package org.atelier.orders.stage;

import org.atelier.orders.row.TableRows.Counts;
import org.atelier.orders.row.TargetTable;

/**
 * What was staged for a table.
 *
 * @param table which
 * @param counts of orders
 * @param hash of the staged rows, see {@link RowHash}
 */
public record StagedTable(TargetTable table, Counts counts, long hash) {}
