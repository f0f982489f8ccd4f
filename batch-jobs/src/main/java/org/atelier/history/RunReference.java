package org.atelier.history;

import java.time.LocalDate;

/** How people name a run: an execution id, {@code last}, {@code last-failed}, or {@code JOB@2025-05-28}. */
public sealed interface RunReference {

    /** A job execution's id. */
    record Id(long runId) implements RunReference {}

    /** The newest run of any job. */
    record Last() implements RunReference {}

    /** The newest run that failed or was stopped. */
    record LastFailed() implements RunReference {}

    /**
     * The newest run of a job whose range holds that day; else the newest that was started on it, in the plant's zone.
     */
    record JobOnDay(String job, LocalDate day) implements RunReference {}

    /**
     * Reads what people type.
     *
     * @throws IllegalArgumentException when the text is none of these; the message says what is expected
     */
    static RunReference parse(String text) {
        if (text.equals("last")) {
            return new Last();
        }
        if (text.equals("last-failed")) {
            return new LastFailed();
        }
        int at = text.indexOf('@');
        try {
            return at > 0
                    ? new JobOnDay(text.substring(0, at), CalendarDay.parse(text.substring(at + 1)))
                    : new Id(Long.parseLong(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no run: expected an id, last, last-failed or JOB@2025-05-28", e);
        }
    }
}
