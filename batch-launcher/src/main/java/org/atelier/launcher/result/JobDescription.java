package org.atelier.launcher.result;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.StartOption;

/** The answer of {@code jobs describe}. */
public record JobDescription(BatchJob job) implements Result {

    @Override
    public Document document() {
        Section.Facts facts = Section.Facts.none()
                .with("job", job.name())
                .with("description", job.description())
                .with("lock_scope", job.lockScope())
                .with("start_options", names(job.traits().options()))
                .with("limited_runs_are_dry", job.traits().limitedRunsAreDry())
                .with("check_area", job.traits().checkArea());
        List<Section.Row> rows = job.parameters().stream()
                .map(parameter -> Section.Row.of(parameter.name(), parameter.example(), parameter.description()))
                .toList();
        return Document.of(
                "atelier.job/1",
                facts,
                new Section.Grid("parameters", List.of("parameter", "example", "description"), rows, "No parameters."));
    }

    private static List<String> names(Set<StartOption> options) {
        return options.stream()
                .sorted()
                .map(option -> option.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
