package org.atelier.orders.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table takes of a selected order.
 *
 * @param candidate its row; null when nothing is left of it
 * @param rejects what the table cannot take
 * @param joinedRows rows of the join of order, note, accessory and operation that were selected
 */
record Assessment(@Nullable Candidate candidate, List<OrderReject> rejects, long joinedRows) {}
