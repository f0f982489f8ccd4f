package org.atelier.launcher.result;

import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.history.StandingReject;

/** The answer of {@code rejects list}. */
public record RejectList(List<StandingReject> rejects) implements Result {

    /** Names of the values of a row. */
    public static final List<String> COLUMNS =
            List.of("reject_id", "job", "centre", "subject", "position", "reason", "run_id", "created", "content");

    @Override
    public Document document() {
        return Document.of(
                "atelier.rejects/1",
                new Section.Grid(
                        "rejects",
                        COLUMNS,
                        rejects.stream().map(RejectList::row).toList(),
                        "No rejects."));
    }

    /** The values of a reject. */
    public static Section.Row row(StandingReject reject) {
        return Section.Row.of(
                reject.id(),
                reject.job(),
                reject.centre(),
                reject.subject(),
                reject.position(),
                reject.reason(),
                reject.runId(),
                reject.created(),
                reject.content());
    }
}
