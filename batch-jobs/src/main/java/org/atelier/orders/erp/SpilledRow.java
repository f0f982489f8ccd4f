package org.atelier.orders.erp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ERP as it is put aside: its table, then its values; a text as its bytes, which are UTF-8, behind their
 * number, a number in eight bytes behind its presence, or as a text where they do not hold it. {@link SpilledRows}
 * reads it. Used again for the next row. Not thread-safe.
 */
final class SpilledRow {

    /** In place of the number of bytes: no text. */
    static final int NONE = -1;

    /** In place of a number's presence: it follows as a text. */
    static final byte OTHER_NUMBER = 2;

    private byte[] bytes = new byte[512];
    private int length;

    /** Begins a row. */
    SpilledRow of(ErpTable table) {
        length = 0;
        bytes[length++] = code(table);
        return this;
    }

    SpilledRow text(byte @Nullable [] text) {
        int size = text == null ? 0 : text.length;
        reserve(Integer.BYTES + size);
        integer(text == null ? NONE : size);
        if (text != null) {
            System.arraycopy(text, 0, bytes, length, size);
            length += size;
        }
        return this;
    }

    SpilledRow number(long number, boolean isNull) {
        reserve(1 + Long.BYTES);
        bytes[length++] = (byte) (isNull ? 0 : 1);
        if (!isNull) {
            integer((int) (number >>> Integer.SIZE));
            integer((int) number);
        }
        return this;
    }

    /** A number that 64 bits hold or not. */
    SpilledRow number(@Nullable ErpNumber number) {
        if (number == null || (number.larger() == null && number.text() == null)) {
            return number(number == null ? 0 : number.value(), number == null);
        }
        reserve(1);
        bytes[length++] = OTHER_NUMBER;
        return text(number.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void integer(int value) {
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private static byte code(ErpTable table) {
        return switch (table) {
            case HEADS -> 'H';
            case NOTES -> 'N';
            case ACCESSORIES -> 'A';
            case OPERATIONS -> 'O';
        };
    }
}
