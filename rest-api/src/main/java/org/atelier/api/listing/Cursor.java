package org.atelier.api.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.atelier.api.web.FieldFault;
import org.atelier.api.web.RequestRefusedException;

/**
 * Where a page ended: what comes next begins behind that row, wherever rows came or went before it. Opaque to callers.
 *
 * @param sort as it was asked for
 * @param value of the column that is sorted by
 * @param key of the row
 */
record Cursor(String sort, String value, String key) {

    private static final String BETWEEN = "\u001f";

    /** What a caller sends back. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, sort, value, key).getBytes(UTF_8));
    }

    /**
     * Reads what a caller sent.
     *
     * @throws RequestRefusedException 422 when it is not of this list, sorted like this
     */
    static Cursor read(String text, String sort) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(BETWEEN, -1);
            if (parts.length == 3 && parts[0].equals(sort)) {
                return new Cursor(sort, parts[1], parts[2]);
            }
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    private static RequestRefusedException refused() {
        return RequestRefusedException.invalid(
                new FieldFault("after", "is not from a page of this list, sorted like this"));
    }
}
