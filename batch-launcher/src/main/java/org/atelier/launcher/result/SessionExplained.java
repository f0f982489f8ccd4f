package org.atelier.launcher.result;

import org.atelier.answer.Document;
import org.atelier.launcher.ExitCode;
import org.atelier.machinelogs.explain.Explanation;
import org.atelier.machinelogs.explain.ExplanationAnswer;

/** The answer of {@code explain}. */
public record SessionExplained(Explanation day) implements Result {

    @Override
    public Document document() {
        return ExplanationAnswer.of(day);
    }

    /** 8 when the table holds other figures. */
    @Override
    public ExitCode exitCode() {
        return day.agrees() ? ExitCode.OK : ExitCode.DONE_WITH_ERRORS;
    }
}
