package org.atelier.orders.erp;

import java.util.List;

/** The planned orders among some heads. Orders of one number are never spread over two batches. Thread-safe. */
public interface OrderBatch {

    /** A batch that is all there. */
    static OrderBatch of(long heads, List<ErpOrder> planned) {
        List<ErpOrder> orders = List.copyOf(planned);
        return new OrderBatch() {
            @Override
            public long heads() {
                return heads;
            }

            @Override
            public List<ErpOrder> planned() {
                return orders;
            }
        };
    }

    /** How many heads were read for it, planned or not. */
    long heads();

    /** The planned ones; put together at each call, so to be asked for once, by whom works on them. */
    List<ErpOrder> planned();
}
