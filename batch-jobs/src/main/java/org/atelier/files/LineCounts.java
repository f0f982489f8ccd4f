package org.atelier.files;

/**
 * What became of the lines of one file version, or of many.
 *
 * @param lines all lines
 * @param blank lines of white space
 * @param used events that sessions are computed from
 * @param counted events that are only counted by their type
 * @param rejected lines that are no event
 * @param held 1 for a last line without an end while the file may still grow, else 0
 */
public record LineCounts(long lines, long blank, long used, long counted, long rejected, long held) {

    /** No line at all. */
    public static final LineCounts NONE = new LineCounts(0, 0, 0, 0, 0, 0);

    /** Whether every line went to exactly one place. */
    public boolean balances() {
        return lines == blank + used + counted + rejected + held;
    }

    /** Events that belong to a session: the used ones and those only counted. */
    public long events() {
        return used + counted;
    }

    /** The sum of two. */
    public LineCounts plus(LineCounts other) {
        return new LineCounts(
                lines + other.lines,
                blank + other.blank,
                used + other.used,
                counted + other.counted,
                rejected + other.rejected,
                held + other.held);
    }
}
