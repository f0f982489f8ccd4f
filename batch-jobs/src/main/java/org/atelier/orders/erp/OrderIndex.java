package org.atelier.orders.erp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Which partition an order's rows go to, and whether it is planned, by the bytes of its key. Keeps 64 bits of a hash in
 * place of a key: some tens of bytes an order however long its key is. Keys that share those bits share what is known
 * of them: their rows go to the partitions of all of them. So no row is lost, and whoever reads a partition compares
 * whole keys. Not thread-safe.
 */
final class OrderIndex {

    private static final int[] NO_MORE = {};

    private final ToLongFunction<byte[]> hash;
    private long[] hashes;
    /** By place: 0 for none, else partition + 1, negative when planned. */
    private int[] orders;

    private int size;
    private final Map<Long, int[]> more = new HashMap<>();

    /** @param expected how many orders there will be; more do no harm */
    OrderIndex(long expected) {
        this(expected, OrderIndex::hash);
    }

    /** @param hash of a key */
    OrderIndex(long expected, ToLongFunction<byte[]> hash) {
        this.hash = hash;
        int places = Integer.highestOneBit((int) Math.min(Math.max(expected, 8), 1 << 27)) << 2;
        hashes = new long[places];
        orders = new int[places];
    }

    /** Takes note of an order. */
    void add(byte[] key, int partition) {
        if (size > orders.length / 4 * 3) {
            grow();
        }
        add(hash.applyAsLong(key), partition + 1);
    }

    private void add(long hash, int order) {
        int place = place(hash);
        if (orders[place] == 0) {
            hashes[place] = hash;
            orders[place] = order;
            size++;
        } else if (partition(place) != order - 1) {
            int[] others = more.getOrDefault(hash, NO_MORE);
            int[] all = Arrays.copyOf(others, others.length + 1);
            all[others.length] = order - 1;
            more.put(hash, all);
        }
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldOrders = orders;
        hashes = new long[oldOrders.length * 2];
        orders = new int[oldOrders.length * 2];
        size = 0;
        for (int i = 0; i < oldOrders.length; i++) {
            if (oldOrders[i] != 0) {
                add(oldHashes[i], oldOrders[i]);
            }
        }
    }

    /** Where an order is, for the methods below; -1 when there is none of that key. */
    int find(byte[] key) {
        int place = place(hash.applyAsLong(key));
        return orders[place] == 0 ? -1 : place;
    }

    /** The partition of its rows. */
    int partition(int place) {
        return Math.abs(orders[place]) - 1;
    }

    /** Further ones; there hardly ever are. */
    int[] morePartitions(int place) {
        return more.isEmpty() ? NO_MORE : more.getOrDefault(hashes[place], NO_MORE);
    }

    void plan(int place) {
        orders[place] = -Math.abs(orders[place]);
    }

    boolean isPlanned(int place) {
        return orders[place] < 0;
    }

    private int place(long hash) {
        int mask = orders.length - 1;
        int place = (int) (hash ^ hash >>> 32) & mask;
        while (orders[place] != 0 && hashes[place] != hash) {
            place = place + 1 & mask;
        }
        return place;
    }

    /** FNV-1a, mixed once more at its end. */
    private static long hash(byte[] key) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : key) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash ^ hash >>> 29;
    }
}
