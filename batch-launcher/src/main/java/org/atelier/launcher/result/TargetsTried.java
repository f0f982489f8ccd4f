package org.atelier.launcher.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ExitCode;

/**
 * The answer of {@code notify test}.
 *
 * @param failures why a target did not take it, by its name; empty where it did
 */
public record TargetsTried(Map<String, Optional<String>> failures) implements Result {

    @Override
    public ExitCode exitCode() {
        return failures.values().stream().anyMatch(Optional::isPresent) ? ExitCode.UNREACHABLE : ExitCode.OK;
    }

    @Override
    public Document document() {
        return Document.of(
                "atelier.notify-test/1",
                new Section.Grid(
                        "targets",
                        List.of("target", "taken", "problem"),
                        failures.entrySet().stream()
                                .map(target -> Section.Row.of(
                                        target.getKey(),
                                        target.getValue().isEmpty(),
                                        target.getValue().orElse(null)))
                                .toList(),
                        "No targets."));
    }
}
