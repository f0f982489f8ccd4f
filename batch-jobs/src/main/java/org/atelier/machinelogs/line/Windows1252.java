package org.atelier.machinelogs.line;

import java.nio.charset.Charset;

/** windows-1252, its five undefined bytes as ISO-8859-1 reads them, so that every byte is a character. */
final class Windows1252 {

    private static final char[] CHARACTERS = characters();

    private Windows1252() {}

    static char character(byte b) {
        return CHARACTERS[b & 0xFF];
    }

    private static char[] characters() {
        Charset charset = Charset.forName("windows-1252");
        char[] characters = new char[256];
        for (int i = 0; i < characters.length; i++) {
            char c = new String(new byte[] {(byte) i}, charset).charAt(0);
            characters[i] = c == '\uFFFD' ? (char) i : c;
        }
        return characters;
    }
}
