package org.atelier.launcher.result;

import org.atelier.answer.Document;
import org.atelier.answer.Section;
import org.atelier.history.StandingReject;

/**
 * The answer of {@code rejects show}.
 *
 * @param reject the one
 * @param fix what its job says to do about what is of no file
 */
public record RejectDetail(StandingReject reject, String fix) implements Result {

    @Override
    public Document document() {
        Section.Facts facts = Section.Facts.none();
        Section.Row row = RejectList.row(reject);
        for (int i = 0; i < RejectList.COLUMNS.size(); i++) {
            facts = facts.with(RejectList.COLUMNS.get(i), row.values().get(i));
        }
        return Document.of("atelier.reject/1", facts.with("next_step", nextStep()));
    }

    private String nextStep() {
        return reject.fileId() == null
                ? fix + "; each run looks anew: atelier run " + reject.job()
                : "after a fix: atelier rejects replay " + reject.job() + " --file " + reject.fileId();
    }
}
