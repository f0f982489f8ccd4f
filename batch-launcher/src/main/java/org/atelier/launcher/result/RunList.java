package org.atelier.launcher.result;

import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.RunAnswer;
import org.atelier.answer.Section;
import org.atelier.history.RunRecord;

/** The answer of {@code history}. */
public record RunList(List<RunRecord> runs) implements Result {

    @Override
    public Document document() {
        List<Section.Row> rows = runs.stream().map(RunAnswer::row).toList();
        return Document.of(
                "atelier.history/1",
                new Section.Grid("runs", RunAnswer.COLUMNS, rows, "No runs. Runs that had nothing to do: --all"));
    }
}
