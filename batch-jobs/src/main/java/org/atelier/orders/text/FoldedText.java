package org.atelier.orders.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text for comparison: without combining marks, without regard to upper and lower case. */
final class FoldedText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private FoldedText() {}

    static String of(String text) {
        String plain = isAscii(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            folded.append(Character.toLowerCase(Character.toUpperCase(plain.charAt(i))));
        }
        return folded.toString();
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
