package org.atelier.launcher.run;

import java.util.List;
import java.util.OptionalLong;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param exitCode what the process ends with
 * @param runId the run's id; none for a dry run or a skipped one
 * @param job its job
 * @param status Spring Batch's, or {@code SKIPPED}
 * @param summary named values in order, such as files, lines and their balance; for every output format
 * @param details further parts, such as a line a directory
 * @param failure what failed, where and why; null when nothing did
 * @param nextStep the command to type next; null when there is nothing to do
 */
public record RunOutcome(
        ExitCode exitCode,
        OptionalLong runId,
        String job,
        String status,
        Section.Facts summary,
        List<Section> details,
        @Nullable String failure,
        @Nullable String nextStep)
        implements Result {

    public RunOutcome {
        details = List.copyOf(details);
    }

    @Override
    public Document document() {
        Section.Facts facts = Section.Facts.none()
                .with("run_id", runId.isPresent() ? runId.getAsLong() : null)
                .with("job", job)
                .with("status", status)
                .with("exit_code", exitCode.number());
        for (var entry : summary.values().entrySet()) {
            facts = facts.with(entry.getKey(), entry.getValue());
        }
        List<Section> sections = new java.util.ArrayList<>();
        sections.add(facts.with("failure", failure).with("next_step", nextStep));
        sections.addAll(details);
        return new Document("atelier.run-outcome/1", sections);
    }
}
