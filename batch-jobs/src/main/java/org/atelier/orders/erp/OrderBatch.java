package org.atelier.orders.erp;

import java.util.List;

/**
 * The planned orders among some heads. Orders of one number are never spread over two batches.
 *
 * @param heads heads that were read for it, planned or not
 * @param planned the planned ones, those of one number in a row
 */
public record OrderBatch(long heads, List<ErpOrder> planned) {

    /** Copies the list. */
    public OrderBatch {
        planned = List.copyOf(planned);
    }
}
