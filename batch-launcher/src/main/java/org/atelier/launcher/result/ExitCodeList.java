package org.atelier.launcher.result;

import java.util.Arrays;
import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.launcher.ExitCode;

/** The answer of {@code help exit-codes}. */
public record ExitCodeList() implements Result {

    @Override
    public Document document() {
        List<Section.Row> rows = Arrays.stream(ExitCode.values())
                .map(code -> Section.Row.of(code.number(), code.name(), code.meaning()))
                .toList();
        return Document.of(
                "atelier.exit-codes/1", new Section.Grid("exit_codes", List.of("code", "name", "meaning"), rows, ""));
    }
}
