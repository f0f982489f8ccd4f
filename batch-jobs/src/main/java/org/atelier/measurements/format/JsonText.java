package org.atelier.measurements.format;

import java.util.Map;

/**
 * Checks JSON (RFC 8259), and that PostgreSQL's {@code jsonb} can hold it: no U+0000, no lone surrogate, no number
 * beyond {@code numeric}, not nested without end. One object serves one text.
 */
final class JsonText {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_EXPONENT = 4;

    /** The text is no such JSON. Carries nothing: it is thrown and caught here. */
    private static final class Invalid extends Exception {

        private static final long serialVersionUID = 1L;

        Invalid() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private final Map<String, String> texts;
    private int at;

    /** @param texts gets the object's own members that are texts */
    JsonText(String text, Map<String, String> texts) {
        this.text = text;
        this.texts = texts;
    }

    /** Whether all of it is one object. */
    boolean isObject() {
        try {
            space();
            if (peek() != '{') {
                return false;
            }
            object(1);
            space();
            return at == text.length();
        } catch (Invalid invalid) {
            return false;
        }
    }

    private void value(int depth) throws Invalid {
        switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void object(int depth) throws Invalid {
        open('{', depth);
        boolean more = peek() != '}';
        while (more) {
            String name = string();
            space();
            take(':');
            space();
            boolean isText = peek() == '"';
            int from = at;
            value(depth + 1);
            if (depth == 1) {
                member(name, isText, from);
            }
            more = another();
        }
        take('}');
    }

    private void member(String name, boolean isText, int from) throws Invalid {
        if (isText) {
            at = from;
            texts.put(name, string());
        } else {
            texts.remove(name);
        }
    }

    private void array(int depth) throws Invalid {
        open('[', depth);
        boolean more = peek() != ']';
        while (more) {
            value(depth + 1);
            more = another();
        }
        take(']');
    }

    private void open(char bracket, int depth) throws Invalid {
        take(bracket);
        require(depth <= DEEPEST);
        space();
    }

    private boolean another() throws Invalid {
        space();
        if (peek() != ',') {
            return false;
        }
        at++;
        space();
        return true;
    }

    private String string() throws Invalid {
        take('"');
        StringBuilder content = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            require(c >= ' ');
            content.append(c == '\\' ? escaped() : c);
        }
        String read = content.toString();
        require(read.indexOf('\0') < 0
                && read.codePoints().noneMatch(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c)));
        return read;
    }

    private char escaped() throws Invalid {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Invalid();
        };
    }

    private char unicode() throws Invalid {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = next();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            require(digit >= 0);
            code = 16 * code + digit;
        }
        return (char) code;
    }

    private void number() throws Invalid {
        int from = at;
        at += peek() == '-' ? 1 : 0;
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            at += peek() == '-' || peek() == '+' ? 1 : 0;
            int exponent = at;
            digits();
            require(at - exponent <= LONGEST_EXPONENT);
        }
        require(at - from <= LONGEST_NUMBER);
    }

    private void digits() throws Invalid {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        require(at > from);
    }

    private void word(String word) throws Invalid {
        require(text.startsWith(word, at));
        at += word.length();
    }

    private void space() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private void take(char c) throws Invalid {
        require(next() == c);
    }

    /** The next character; U+FFFF, which no JSON begins a value with, at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\uFFFF';
    }

    private char next() throws Invalid {
        require(at < text.length());
        return text.charAt(at++);
    }

    private static void require(boolean condition) throws Invalid {
        if (!condition) {
            throw new Invalid();
        }
    }
}
