package org.atelier.settings;

import org.jspecify.annotations.Nullable;

/**
 * What no text may hold that becomes part of a line or a field of a protocol: a line break would send a second command,
 * a NUL ends a field, and a byte order mark is no part of what somebody meant to write.
 */
public final class ProtocolText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ProtocolText() {}

    /**
     * What is wrong with a text; null when nothing is. Repeats nothing of the text, so it can be told of a secret.
     *
     * @return such as {@code a line break inside}
     */
    public static @Nullable String fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == BYTE_ORDER_MARK) {
                return "a byte order mark (BOM), as some editors write it at the beginning of a file";
            }
            if (c == '\r' || c == '\n') {
                return "a line break inside, which would end a command";
            }
            if (c == '\0') {
                return "a NUL";
            }
            if (Character.isISOControl(c)) {
                return "a control character (number " + (int) c + ")";
            }
        }
        return null;
    }

    /**
     * Refuses a text with such a fault.
     *
     * @param what it is, such as {@code the user name}
     * @throws IllegalArgumentException which repeats nothing of the text
     */
    public static void check(String what, String text) {
        String fault = fault(text);
        if (fault != null) {
            throw new IllegalArgumentException(what + " has " + fault);
        }
    }
}
