package org.atelier.orders.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Cleans a text of the ERP: control characters out (tab, line feed and carriage return become one blank each), double
 * encoding undone, Unicode white space around it out, NFC; again until nothing changes.
 */
public final class CleanText {

    private CleanText() {}

    /** The cleaned text; null when nothing is left of it. */
    public static @Nullable String of(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        if (isPlain(raw)) {
            return raw;
        }
        String before;
        String now = raw;
        do {
            before = now;
            now = once(before);
        } while (!now.equals(before));
        return now.isEmpty() ? null : now;
    }

    /** Printable ASCII without blanks around it: nothing to do. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }

    private static String once(String text) {
        String undone = DoubleEncoding.undo(withoutC0(text));
        return Normalizer.normalize(MarkRuns.ordered(stripped(withoutC1(undone))), Normalizer.Form.NFC);
    }

    private static String withoutC0(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r') {
                kept.append(' ');
            } else if (c >= ' ' && c != '\u007F') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    static String withoutC1(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '\u0080' || c > '\u009F') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Unicode's White_Space; none of it lies beyond U+FFFF, and the controls among it are gone by now. */
    private static boolean isWhiteSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
