package org.atelier.machinelogs.line;

/** What a line of a log file is. Every line is exactly one of these, so the counts of a file add up. */
public enum LineKind {
    /** An event, understood or only counted. */
    EVENT,
    /** Nothing but white space. */
    BLANK,
    /** Neither; kept with its {@link RejectReason}. */
    REJECTED
}
