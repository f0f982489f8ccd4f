package org.atelier.launcher.result;

import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.jspecify.annotations.Nullable;

/**
 * What a command did to runs.
 *
 * @param action such as {@code stopped} or {@code recovered}
 * @param runs the runs it was done to
 * @param nextStep the command to type next; null when there is nothing to do
 */
public record RunAction(
        String action, List<Long> runs, @Nullable String nextStep) implements Result {

    public RunAction {
        runs = List.copyOf(runs);
    }

    @Override
    public Document document() {
        return Document.of(
                "atelier.run-action/1",
                Section.Facts.none().with("action", action).with("runs", runs).with("next_step", nextStep));
    }
}
