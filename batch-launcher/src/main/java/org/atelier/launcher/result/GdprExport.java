package org.atelier.launcher.result;

import java.util.List;
import org.atelier.orders.erase.KeptOrder.Kept;

/**
 * The answer of {@code gdpr export}.
 *
 * @param order its number
 * @param kept everything that is kept of it
 */
public record GdprExport(String order, Kept kept) implements Result {

    @Override
    public Document document() {
        return Document.of(
                "atelier.gdpr-export/1",
                Section.Facts.none()
                        .with("order", order)
                        .with("erased", kept.erased())
                        .with("kept", kept.records().size()),
                new Section.Grid(
                        "records",
                        List.of("table", "record"),
                        kept.records().stream()
                                .map(record -> Section.Row.of(record.table(), new JsonValue(record.row())))
                                .toList(),
                        "Nothing."));
    }
}
