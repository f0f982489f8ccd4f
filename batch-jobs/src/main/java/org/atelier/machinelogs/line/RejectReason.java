package org.atelier.machinelogs.line;

/** Why a line is no event. The names are stored; of several reasons the first in this order holds. */
public enum RejectReason {
    /** More than 65,536 bytes in the file, its line end not counted. */
    LINE_TOO_LONG,
    /** No {@code |@}. */
    NO_SEPARATOR,
    /** What stands before {@code |@} is no time {@code uuuuMMdd HH:mm:ss} that exists in the calendar. */
    BAD_TIMESTAMP,
    /** A time before 2000-01-01, or more than a day after the file was written and first seen. */
    IMPLAUSIBLE_TIMESTAMP,
    /** Nothing between {@code |@} and the first colon. */
    EMPTY_EVENT,
    /** The details do not say what an event of this type needs. */
    BAD_DETAILS
}
