package org.atelier.launcher.run;

import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.result.Result;

/**
 * What a job would read.
 *
 * @param exitCode what the process ends with
 * @param facts counts
 * @param rows the first rows
 * @param notes what people should know of what was read, one line each
 */
public record PreviewOutcome(ExitCode exitCode, Section.Facts facts, Section.Grid rows, List<String> notes)
        implements Result {

    public PreviewOutcome {
        notes = List.copyOf(notes);
    }

    @Override
    public Document document() {
        return new Document("atelier.preview/1", sections());
    }

    private List<Section> sections() {
        return notes.isEmpty()
                ? List.of(facts, rows)
                : List.of(facts, rows, new Section.Lines("notes", line -> notes.forEach(line)));
    }
}
