package org.atelier.orders.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Text whose UTF-8 bytes were once read as windows-1252, such as {@code PlanifiÃ©e}. The five bytes that windows-1252
 * has no character for, and other C1 controls, stand for themselves.
 */
final class DoubleEncoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Map<Character, Byte> BYTES = bytes();

    private DoubleEncoding() {}

    /** The text before it was encoded again, where the whole of it gives valid UTF-8; else the same text. */
    static String undo(String text) {
        byte[] bytes = new byte[text.length()];
        boolean ascii = true;
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            Byte ofCharacter = c > '\u00FF' ? BYTES.get(c) : Byte.valueOf((byte) c);
            if (ofCharacter == null) {
                return text;
            }
            bytes[i] = ofCharacter;
            ascii &= c < '\u0080';
        }
        return ascii ? text : decoded(bytes, text);
    }

    private static String decoded(byte[] bytes, String otherwise) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        // Not decode(ByteBuffer): most accented text is no UTF-8, and an exception for each would cost more than all
        // the rest.
        boolean valid = !decoder.decode(ByteBuffer.wrap(bytes), chars, true).isError();
        return valid ? chars.flip().toString() : otherwise;
    }

    /** The text as it looks after it was encoded once more. */
    static String redo(String text, Charset readAs) {
        StringBuilder chars = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            String character = new String(new byte[] {each}, readAs);
            chars.append(character.equals("\uFFFD") ? String.valueOf((char) (each & 0xFF)) : character);
        }
        return chars.toString();
    }

    private static Map<Character, Byte> bytes() {
        Map<Character, Byte> bytes = new HashMap<>();
        for (int value = 0x80; value <= 0x9F; value++) {
            char character = new String(new byte[] {(byte) value}, WINDOWS_1252).charAt(0);
            if (character > '\u00FF' && character != '\uFFFD') {
                bytes.put(character, (byte) value);
            }
        }
        return Map.copyOf(bytes);
    }
}
