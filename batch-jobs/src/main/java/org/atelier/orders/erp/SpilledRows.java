package org.atelier.orders.erp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows that were put aside, one behind the other; see {@link SpilledRow}. Not thread-safe. */
final class SpilledRows {

    private final byte[] bytes;
    private final ByteBuffer rest;

    SpilledRows(byte[] bytes) {
        this.bytes = bytes;
        this.rest = ByteBuffer.wrap(bytes);
    }

    boolean hasMore() {
        return rest.hasRemaining();
    }

    /** The table of the next row; its values are to be taken in the order they were put. */
    ErpTable table() {
        return switch (rest.get()) {
            case 'H' -> ErpTable.HEADS;
            case 'N' -> ErpTable.NOTES;
            case 'A' -> ErpTable.ACCESSORIES;
            default -> ErpTable.OPERATIONS;
        };
    }

    @Nullable String text() {
        int size = rest.getInt();
        if (size == SpilledRow.NONE) {
            return null;
        }
        int from = rest.position();
        rest.position(from + size);
        return new String(bytes, from, size, StandardCharsets.UTF_8);
    }

    @Nullable ErpNumber number() {
        return switch (rest.get()) {
            case 0 -> null;
            case SpilledRow.OTHER_NUMBER -> ErpNumber.of(text());
            default -> ErpNumber.of(rest.getLong());
        };
    }
}
