package org.atelier.measurements.format;

/** Text from a file as a message shows it: short, on one line. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length() && shown.length() < LONGEST) {
            int character = text.codePointAt(at);
            shown.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
            at += Character.charCount(character);
        }
        return at < text.length() ? shown.append("...").toString() : shown.toString();
    }
}
