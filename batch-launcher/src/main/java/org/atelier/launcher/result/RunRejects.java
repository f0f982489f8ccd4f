package org.atelier.launcher.result;

import java.util.ArrayList;
import java.util.List;
import org.atelier.history.OrderRejectRecord;
import org.atelier.history.RejectRecord;

/**
 * What a run rejected: lines of files, or orders; a run has one kind at most.
 *
 * @param lines of log files
 * @param orders of the ERP
 */
public record RunRejects(List<RejectRecord> lines, List<OrderRejectRecord> orders) {

    private static final List<String> LINE_COLUMNS =
            List.of("source", "path", "line", "byte_offset", "reason", "content");
    private static final List<String> ORDER_COLUMNS =
            List.of("table", "order", "number", "extension", "column", "reason", "value", "since_run");

    /** Copies the lists. */
    public RunRejects {
        lines = List.copyOf(lines);
        orders = List.copyOf(orders);
    }

    /** A list of lines, which may be empty, and one of orders where there are some. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (orders.isEmpty() || !lines.isEmpty()) {
            sections.add(new Section.Grid(
                    "rejects", LINE_COLUMNS, lines.stream().map(RunRejects::row).toList(), "No rejects."));
        }
        if (!orders.isEmpty()) {
            sections.add(new Section.Grid(
                    "rejected_orders",
                    ORDER_COLUMNS,
                    orders.stream().map(RunRejects::row).toList(),
                    ""));
        }
        return sections;
    }

    private static Section.Row row(RejectRecord reject) {
        return Section.Row.of(
                reject.source(), reject.path(), reject.line(), reject.byteOffset(), reject.reason(), reject.content());
    }

    private static Section.Row row(OrderRejectRecord reject) {
        return Section.Row.of(
                reject.table(),
                reject.order(),
                reject.number(),
                reject.extension(),
                reject.column(),
                reject.reason(),
                reject.value(),
                reject.since());
    }
}
