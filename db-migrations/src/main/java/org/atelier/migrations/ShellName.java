package org.atelier.migrations;

/** A name as one word of a shell. */
final class ShellName {

    private ShellName() {}

    static String of(String name) {
        return name.matches("[\\w.-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
