package org.atelier.launcher.render;

import java.util.Locale;
import org.atelier.answer.JsonText;

/**
 * Makes text harmless for a terminal. Names and log lines come from outside and may hold escape sequences, which could
 * clear the screen or change what earlier lines say, or marks that turn the direction of reading.
 */
public final class SafeText {

    private SafeText() {}

    /** The text with every control and direction character written out, such as {@code \u001b}. */
    public static String forTerminal(String text) {
        if (text.codePoints().noneMatch(JsonText::isHarmful)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (JsonText.isHarmful(c)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
