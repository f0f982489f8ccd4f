package org.atelier.launcher.complete;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Shells that complete. */
public enum Shell {
    BASH,
    ZSH,
    FISH;

    /** The script that makes the shell ask the program at each press of the tab key. */
    public String script() throws IOException {
        String name = "atelier." + name().toLowerCase(Locale.ROOT);
        try (InputStream script = Objects.requireNonNull(Shell.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
