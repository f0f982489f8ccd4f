package org.atelier.launcher;

import java.util.regex.Pattern;

/** Writes names that come from outside into commands that people copy: a shell takes each for one word. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:@%+,-]+");

    private ShellWord() {}

    /** The text as it is where it means nothing to a shell, else in quotes. */
    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** An option with that value; one that looks like an option itself is tied to its name. */
    public static String option(String name, String value) {
        return name + (value.startsWith("-") ? "=" : " ") + of(value);
    }
}
