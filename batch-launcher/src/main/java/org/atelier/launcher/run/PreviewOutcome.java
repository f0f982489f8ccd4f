package org.atelier.launcher.run;

import java.util.List;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.result.Document;
import org.atelier.launcher.result.Result;
import org.atelier.launcher.result.Section;

/**
 * What a job would read.
 *
 * @param exitCode what the process ends with
 * @param facts counts
 * @param rows the first rows
 */
public record PreviewOutcome(ExitCode exitCode, Section.Facts facts, Section.Grid rows) implements Result {

    @Override
    public Document document() {
        return new Document("atelier.preview/1", List.of(facts, rows));
    }
}
