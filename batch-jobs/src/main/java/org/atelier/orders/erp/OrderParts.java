package org.atelier.orders.erp;

import java.util.ArrayList;
import java.util.List;
import org.atelier.orders.erp.ErpOrder.Accessory;
import org.atelier.orders.erp.ErpOrder.Operation;
import org.jspecify.annotations.Nullable;

/** A head, and what was found so far that belongs to it; see {@link ErpOrder}. */
record OrderParts(
        OrderHead head, List<@Nullable String> planned, List<Accessory> accessories, List<Operation> operations) {

    OrderParts(OrderHead head) {
        this(head, new ArrayList<>(1), new ArrayList<>(), new ArrayList<>());
    }

    ErpOrder order() {
        return new ErpOrder(
                head.id(),
                head.type(),
                head.number(),
                head.extension(),
                head.status(),
                head.affair(),
                planned,
                accessories,
                operations);
    }
}
