package org.atelier.launcher.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.answer.Document;
import org.atelier.answer.RunAnswer;
import org.atelier.answer.Section;
import org.atelier.history.RunRecord;
import org.atelier.history.StepRecord;

/**
 * The answer of {@code show}.
 *
 * @param run the run
 * @param steps its steps, when asked for
 * @param rejects what it rejected, when asked for
 */
public record RunDetail(RunRecord run, Optional<List<StepRecord>> steps, Optional<Section.Grid> rejects)
        implements Result {

    /** Of a run that rejected nothing, or whose job is not there any more. */
    public static final Section.Grid NO_REJECTS = new Section.Grid(
            "rejects", List.of("source", "path", "line", "byte_offset", "reason", "content"), List.of(), "No rejects.");

    @Override
    public Document document() {
        List<Section> sections = new ArrayList<>();
        sections.add(RunAnswer.facts(run));
        steps.ifPresent(list -> sections.add(RunAnswer.steps(list)));
        rejects.ifPresent(sections::add);
        return new Document("atelier.run/1", sections);
    }
}
