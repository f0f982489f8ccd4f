package org.atelier.run;

import org.jspecify.annotations.Nullable;

/**
 * What the quality gate of a job says of what a run has loaded: files, or rows, that are in, but need a look by people.
 * A run that did all its work ends as done with errors when some of what it loaded failed the gate; the next one, which
 * does not load them again, does not.
 *
 * @param failed how many failed; 0 when all is well
 * @param cause which, and why, in one line for people; no secret; empty when all is well
 * @param next how to see more; null when all is well
 */
public record GateResult(
        long failed, String cause, @Nullable NextStep next) {

    /** All is well, or there is no gate. */
    public static final GateResult PASSED = new GateResult(0, "", null);

    /** Whether some of what was loaded needs a look. */
    public boolean isFailed() {
        return failed > 0;
    }
}
