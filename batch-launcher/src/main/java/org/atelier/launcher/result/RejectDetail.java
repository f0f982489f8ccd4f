package org.atelier.launcher.result;

import org.atelier.history.StandingReject;

/** The answer of {@code rejects show}. */
public record RejectDetail(StandingReject reject) implements Result {

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
                ? "correct it in the ERP; each run looks anew: atelier run orders"
                : "after a fix: atelier rejects replay machine-logs --file " + reject.fileId();
    }
}
