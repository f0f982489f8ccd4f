package org.atelier.orders.survey;

import java.text.Normalizer;
import org.atelier.orders.text.CleanText;

/** What encodings did to a text, the worst of it. */
public enum TextEncoding {
    /** Letters became {@code ?} or U+FFFD: nothing brings them back. */
    LOST_LETTERS,
    /** It holds control characters, which are cleaned away. */
    CONTROL_CHARACTERS,
    /** UTF-8 was read as windows-1252, which is undone. */
    DOUBLE_ENCODED,
    /** Accents stand apart from their letters, which is undone. */
    DECOMPOSED,
    /** It has letters beyond ASCII, and they are right. */
    ACCENTS,
    /** ASCII. */
    PLAIN;

    /** Looks at a text as it stands in the ERP. */
    static TextEncoding of(String raw) {
        if (raw.indexOf('\uFFFD') >= 0 || raw.matches("(?s).*\\p{L}\\?+\\p{L}.*")) {
            return LOST_LETTERS;
        }
        if (raw.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return PLAIN;
        }
        if (isDoubleEncoded(raw)) {
            return DOUBLE_ENCODED;
        }
        if (raw.chars().anyMatch(Character::isISOControl)) {
            return CONTROL_CHARACTERS;
        }
        return Normalizer.isNormalized(raw, Normalizer.Form.NFC) ? ACCENTS : DECOMPOSED;
    }

    /** Cleaning changed more than controls, blanks and the place of accents. */
    private static boolean isDoubleEncoded(String raw) {
        String clean = CleanText.of(raw);
        return clean != null && !letters(clean).equals(letters(raw));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}\\p{Cc}]", "");
    }
}
