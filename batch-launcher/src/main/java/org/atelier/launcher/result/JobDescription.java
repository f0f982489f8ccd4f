package org.atelier.launcher.result;

import java.util.List;
import org.atelier.catalog.BatchJob;

/** The answer of {@code jobs describe}. */
public record JobDescription(BatchJob job) implements Result {

    @Override
    public Document document() {
        Section.Facts facts = Section.Facts.none()
                .with("job", job.name())
                .with("description", job.description())
                .with("lock_scope", job.lockScope());
        List<Section.Row> rows = job.parameters().stream()
                .map(parameter -> Section.Row.of(parameter.name(), parameter.example(), parameter.description()))
                .toList();
        return Document.of(
                "atelier.job/1",
                facts,
                new Section.Grid("parameters", List.of("parameter", "example", "description"), rows, "No parameters."));
    }
}
