package org.atelier.machinelogs.line;

/** What is kept of a line too long while its bytes pass: the first of them, and whether all of them are UTF-8. */
final class Overlong {

    private byte[] head = {};
    private int length;
    private final Utf8Check utf8 = new Utf8Check();

    void begin() {
        length = 0;
        utf8.reset();
    }

    void add(byte[] bytes, int from, int to) {
        if (head.length == 0) {
            head = new byte[LineSplitter.LONGEST];
        }
        int taken = Math.min(head.length - length, to - from);
        System.arraycopy(bytes, from, head, length, taken);
        length += taken;
        utf8.feed(bytes, from, to);
    }

    byte[] head() {
        return head;
    }

    int length() {
        return length;
    }

    boolean isUtf8() {
        return utf8.isValid();
    }
}
