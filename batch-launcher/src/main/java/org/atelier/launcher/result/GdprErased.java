package org.atelier.launcher.result;

import java.util.List;
import java.util.Map;
import org.atelier.answer.Document;
import org.atelier.answer.Section;

/**
 * The answer of {@code gdpr erase}.
 *
 * @param order its number
 * @param deleted how many rows by table
 */
public record GdprErased(String order, Map<String, Long> deleted) implements Result {

    @Override
    public Document document() {
        return Document.of(
                "atelier.gdpr-erased/1",
                Section.Facts.none().with("order", order).with("suppressed", true),
                new Section.Grid(
                        "tables",
                        List.of("table", "deleted"),
                        deleted.entrySet().stream()
                                .map(table -> Section.Row.of(table.getKey(), table.getValue()))
                                .toList(),
                        "Nothing."));
    }
}
