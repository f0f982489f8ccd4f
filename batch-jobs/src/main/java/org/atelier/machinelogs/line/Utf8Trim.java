package org.atelier.machinelogs.line;

import org.atelier.machinelogs.event.WhiteSpace;

/** Where text begins and ends when the white space around it is left out; on valid UTF-8, without decoding it. */
final class Utf8Trim {

    private Utf8Trim() {}

    /** The first place that is not white space; {@code to} when all is. */
    static int start(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            int length = bytes[i] >= 0 ? 1 : lengthByLead(bytes[i]);
            if (!isWhiteSpace(bytes, i, length)) {
                return i;
            }
            i += length;
        }
        return to;
    }

    /** Behind the last place that is not white space; {@code from} when all is. */
    static int end(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from) {
            int lead = i - 1;
            while (lead > from && (bytes[lead] & 0xC0) == 0x80) {
                lead--;
            }
            if (!isWhiteSpace(bytes, lead, i - lead)) {
                return i;
            }
            i = lead;
        }
        return from;
    }

    private static int lengthByLead(byte lead) {
        int b = lead & 0xFF;
        return b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
    }

    private static boolean isWhiteSpace(byte[] bytes, int at, int length) {
        return switch (length) {
            case 1 -> bytes[at] <= ' ' && WhiteSpace.is(bytes[at]);
            case 2 -> WhiteSpace.is(((bytes[at] & 0x1F) << 6) | (bytes[at + 1] & 0x3F));
            case 3 ->
                WhiteSpace.is(((bytes[at] & 0x0F) << 12) | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F));
            // No white space lies outside the Basic Multilingual Plane.
            default -> false;
        };
    }
}
