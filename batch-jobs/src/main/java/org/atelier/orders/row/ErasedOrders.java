package org.atelier.orders.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.orders.erp.ErpNumber;
import org.jspecify.annotations.Nullable;

/**
 * Orders that were erased on request, known by marks: hexadecimal SHA-256 of a key and the order's number, or of the
 * key and the order's own key in the ERP. As long as nothing was erased no mark is computed. Immutable.
 */
public final class ErasedOrders {

    /** Nothing was erased. */
    public static final ErasedOrders NONE = new ErasedOrders(new byte[0], Set.of());

    private final byte[] key;
    private final Set<String> marks;

    /**
     * @param key makes marks that nobody computes without it
     * @param marks of what was erased
     */
    public ErasedOrders(byte[] key, Collection<String> marks) {
        this.key = key.clone();
        this.marks = Set.copyOf(marks);
    }

    /** The mark of an order's number. */
    public String markOfNumber(String number) {
        return mark("numero:" + number);
    }

    /** The mark of an order's cleaned key in the ERP. */
    public String markOfOrder(String id) {
        return mark("commande:" + id);
    }

    /** Whether an order was erased, by its number or by its key. */
    boolean contains(@Nullable ErpNumber number, String id) {
        return !marks.isEmpty()
                && ((number != null && marks.contains(markOfNumber(number.toString())))
                        || marks.contains(markOfOrder(id)));
    }

    /** A hash of the key and all marks; empty as long as nothing was erased. */
    public String fingerprint() {
        return marks.isEmpty() ? "" : mark("liste:" + String.join(",", new TreeSet<>(marks)));
    }

    private String mark(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
