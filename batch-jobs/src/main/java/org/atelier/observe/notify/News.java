package org.atelier.observe.notify;

import org.atelier.run.NextStep;
import org.jspecify.annotations.Nullable;

/**
 * Something people are to be told, not yet written down.
 *
 * @param kind of what
 * @param trouble key of what is wrong, told once while it lasts; null for what is told each time
 * @param about job, run or centre
 * @param title one line
 * @param body what happened
 * @param next what to do; null for none
 */
public record News(
        NotificationKind kind,
        @Nullable String trouble,
        About about,
        String title,
        String body,
        @Nullable NextStep next) {

    /** Leaves out what no text may hold. */
    public News {
        title = PlainWords.of(title);
        body = PlainWords.of(body);
    }

    /**
     * What it is about.
     *
     * @param job null for none
     * @param scope the lock of the run; null for none
     * @param run its job execution; null for none
     * @param centre code of a machining centre; null for none
     */
    public record About(
            @Nullable String job,
            @Nullable String scope,
            @Nullable Long run,
            @Nullable String centre) {

        static About run(EndedRuns.Ended run) {
            return new About(run.job(), run.scope(), run.run(), null);
        }

        static About job(String job) {
            return new About(job, null, null, null);
        }

        /** A machining centre. */
        public static About centre(String code) {
            return new About(null, null, null, code);
        }
    }
}
