package org.atelier.orders.stage;

import java.util.List;
import org.atelier.orders.row.ErasedOrders;
import org.jdbi.v3.core.Handle;

/**
 * The tables {@code commande_effacee} and {@code cle_effacement} as a run knows them. Read at each start of a run,
 * under its lock, which whoever erases an order must hold too: nothing is erased while a run works with it.
 * Thread-safe.
 */
public final class ErasureList {

    private volatile ErasedOrders erased = ErasedOrders.NONE;

    /** What was erased so far. */
    public static ErasedOrders read(Handle handle) {
        byte[] key = handle.createQuery("select cle from cle_effacement")
                .mapTo(byte[].class)
                .one();
        List<String> marks = handle.createQuery("select encode(empreinte, 'hex') from commande_effacee")
                .mapTo(String.class)
                .list();
        return new ErasedOrders(key, marks);
    }

    void load(Handle handle) {
        erased = read(handle);
    }

    ErasedOrders erased() {
        return erased;
    }
}
