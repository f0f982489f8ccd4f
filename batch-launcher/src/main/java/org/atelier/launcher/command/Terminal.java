package org.atelier.launcher.command;

import java.util.Map;

/** What is known of the terminal. */
final class Terminal {

    /** Set by the start script, which can ask the system: {@code true} when stdout is a terminal. */
    private static final String PROPERTY = "atelier.terminal";

    private Terminal() {}

    static boolean isOutput() {
        // Java itself cannot tell: since Java 22 a console exists without a terminal.
        return Boolean.getBoolean(PROPERTY);
    }

    static boolean wantsColors(Map<String, String> environment) {
        return isOutput()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}
