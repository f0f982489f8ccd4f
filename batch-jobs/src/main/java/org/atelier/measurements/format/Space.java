package org.atelier.measurements.format;

/** White space of ASCII: blank, tab, the line and page breaks, the four separators. */
final class Space {

    private Space() {}

    static boolean is(byte b) {
        return b <= ' ' && (b == ' ' || (b >= 0x09 && b <= 0x0D) || (b >= 0x1C && b <= 0x1F));
    }

    /** The first place that is no white space; {@code to} when all is. */
    static int skip(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && is(bytes[i])) {
            i++;
        }
        return i;
    }

    /** The first place that is no white space within a cell: a tab ends it. */
    static int skipInCell(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\t' && is(bytes[i])) {
            i++;
        }
        return i;
    }
}
