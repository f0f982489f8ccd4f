package org.atelier.machinelogs.event;

/**
 * White space as the logs know it: what {@link Character#isWhitespace(int)} says, and the three spaces that do not
 * break a line (U+00A0, U+2007, U+202F), which machines put between a number and its unit.
 */
public final class WhiteSpace {

    private WhiteSpace() {}

    /** Whether this code point is white space. */
    public static boolean is(int codePoint) {
        return Character.isWhitespace(codePoint) || codePoint == 0x00A0 || codePoint == 0x2007 || codePoint == 0x202F;
    }
}
