package org.atelier.launcher.render;

/** How a result is printed: {@code -o}. */
public enum OutputFormat {
    /** For people. */
    TABLE,
    /** For programs: one object with a {@code schema} field. */
    JSON,
    /** For spreadsheets: the result's rows, RFC 4180. */
    CSV
}
