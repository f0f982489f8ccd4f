package org.atelier.launcher.result;

import org.atelier.answer.Document;
import org.atelier.answer.Section;

/** The answer of {@code db sql}; empty when there is nothing to do. */
public record PendingSql(String sql) implements Result {

    @Override
    public Document document() {
        return Document.of(
                "atelier.database-sql/1",
                new Section.Lines("sql", lines -> sql.lines().forEach(lines)));
    }
}
