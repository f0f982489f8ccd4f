package org.atelier.run;

import org.atelier.settings.ShownUrl;
import org.jspecify.annotations.Nullable;

/**
 * Why a run failed.
 *
 * @param kind by which failures are alike
 * @param cause in words for people; no secret
 * @param next what to do, where the failure knows better than its kind
 * @param shareable the cause in words that may leave the plant: no order, no line, nothing of a file
 */
public record RunFailure(
        FailureKind kind, String cause, @Nullable NextStep next, String shareable) {

    /** A driver may quote the URL it was given. */
    public RunFailure {
        cause = ShownUrl.within(cause);
        shareable = ShownUrl.within(shareable);
    }

    /** What the cause says may be shared with anybody. */
    public static RunFailure shareable(FailureKind kind, String cause) {
        return new RunFailure(kind, cause, null, cause);
    }

    /** Of a run that came to its end, and to so many files or rows that failed. */
    public static RunFailure some(long failures) {
        return shareable(FailureKind.WITH_ERRORS, "Of its files or rows, " + failures + " failed");
    }

    /** Of a run that came to its end, and loaded what needs a look by people. */
    public static RunFailure gate(GateResult gate) {
        return new RunFailure(
                FailureKind.GATE,
                gate.cause(),
                gate.next(),
                "Of its files, " + gate.failed() + " failed the quality gate");
    }

    /** Of a run whose lock was lost. */
    public static RunFailure lost(String cause) {
        return new RunFailure(FailureKind.DATABASE, cause, null, "The run's lock was lost");
    }

    /** How the run ends. */
    public RunEnding ending() {
        return kind.ending();
    }
}
