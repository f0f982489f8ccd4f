package org.atelier.settings;

/**
 * One thing that is wrong with the configuration. Never holds a secret's text.
 *
 * @param where what it was read from, such as {@code atelier.yaml:12} or {@code environment ATELIER_TIME_ZONE}
 * @param what what is wrong
 * @param fix what to do
 */
public record Problem(String where, String what, String fix) {

    /** One line: where, what and what to do. */
    public String line() {
        return where + ": " + what + "; " + fix;
    }
}
