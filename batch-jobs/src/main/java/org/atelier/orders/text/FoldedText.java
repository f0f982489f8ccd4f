package org.atelier.orders.text;

import java.text.Normalizer;
import java.util.Arrays;

/** Text for comparison: without combining marks, without regard to upper and lower case. */
final class FoldedText {

    private FoldedText() {}

    static String of(String text) {
        if (isAscii(text)) {
            return lowered(new StringBuilder(text)).toString();
        }
        // Without marks before as well: then there is nothing that the normalizer would put in order.
        String plain = Normalizer.normalize(withoutMarks(text), Normalizer.Form.NFD);
        return lowered(withoutMarks(plain)).toString();
    }

    private static StringBuilder withoutMarks(CharSequence text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            if (c < '\u0300' || !MarkRuns.isMark(c)) {
                kept.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return kept;
    }

    private static StringBuilder lowered(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            text.setCharAt(i, Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
        }
        return text;
    }

    /**
     * A folded text whose characters know where they come from.
     *
     * @param text folded
     * @param origins by position in it, the position in the text before of the character it was made of
     */
    @SuppressWarnings("ArrayRecordComponent") // a position each, for texts of any length
    record Located(String text, int[] origins) {}

    /** The same text, character by character; for people who look for forms. */
    static Located located(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] origins = new int[text.length()];
        for (int i = 0; i < text.length(); ) {
            int size = Character.charCount(text.codePointAt(i));
            int before = folded.length();
            folded.append(of(text.substring(i, i + size)));
            if (folded.length() > origins.length) {
                origins = Arrays.copyOf(origins, folded.length() * 2);
            }
            Arrays.fill(origins, before, folded.length(), i);
            i += size;
        }
        return new Located(folded.toString(), origins);
    }

    /** Whether an ASCII text, once folded, contains that folded one. */
    static boolean inAscii(String ascii, String folded) {
        int last = ascii.length() - folded.length();
        for (int i = 0; i <= last; i++) {
            if (ascii.regionMatches(true, i, folded, 0, folded.length())) {
                return true;
            }
        }
        return false;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '\u007F') {
                return false;
            }
        }
        return true;
    }
}
