package org.atelier.launcher.result;

import java.util.List;
import org.atelier.answer.Document;
import org.atelier.answer.JsonValue;
import org.atelier.answer.Section;
import org.atelier.orders.erase.StoredOrder.Export;

/**
 * The answer of {@code gdpr export}.
 *
 * @param order its number
 * @param export everything that is kept of it
 */
public record GdprExport(String order, Export export) implements Result {

    @Override
    public Document document() {
        return Document.of(
                "atelier.gdpr-export/1",
                Section.Facts.none()
                        .with("order", order)
                        .with("erased", export.erased())
                        .with("kept", export.records().size()),
                new Section.Grid(
                        "records",
                        List.of("table", "record"),
                        export.records().stream()
                                .map(record -> Section.Row.of(record.table(), new JsonValue(record.row())))
                                .toList(),
                        "Nothing."));
    }
}
