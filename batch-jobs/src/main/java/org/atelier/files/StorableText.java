package org.atelier.files;

/** Words from outside, such as a server's sentence, as PostgreSQL can keep them in a text. */
public final class StorableText {

    /** Nobody reads more of a sentence; a server may say anything. */
    private static final int LONGEST = 4_000;

    private StorableText() {}

    /** The text without U+0000, which no text of PostgreSQL holds, and not longer than people read. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** The same, not longer than so many characters and the sign that there were more. */
    public static String of(String text, int longest) {
        String storable = text.replace('\0', ' ');
        return storable.length() <= longest ? storable : storable.substring(0, longest) + " ...";
    }
}
