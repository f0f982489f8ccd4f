package org.atelier.orders.text;

import java.util.Comparator;

/** The order of texts by their code points: no collation, no numbers, and not Java's order of UTF-16 units either. */
public final class CodePoints {

    /** Lowest first. */
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // Surrogates lie below U+E000 but stand for code points above U+FFFF.
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Whether no half of a surrogate pair stands alone: it is no character, and has no bytes in UTF-8. */
    public static boolean areWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** How many code points a text has. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
