package org.atelier.launcher.result;

import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.catalog.BatchJob;

/** The answer of {@code jobs list}. */
public record JobList(List<BatchJob> jobs) implements Result {

    @Override
    public Document document() {
        List<Section.Row> rows = jobs.stream()
                .map(job -> Section.Row.of(job.name(), job.description()))
                .toList();
        return Document.of("atelier.jobs/1", new Section.Grid("jobs", List.of("job", "description"), rows, "No jobs."));
    }
}
