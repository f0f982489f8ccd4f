package org.atelier.launcher.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.atelier.launcher.result.Section;
import org.atelier.orders.survey.OrdersSurvey;
import org.jspecify.annotations.Nullable;

/** A survey of the ERP as parts of a document. */
final class SurveySections {

    private SurveySections() {}

    static List<Section> of(OrdersSurvey survey) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Grid(
                "tables",
                List.of("table", "name", "rows", "engine"),
                survey.tables().stream()
                        .map(table ->
                                Section.Row.of(table.table().usualName(), table.name(), table.rows(), table.engine()))
                        .toList(),
                "No tables."));
        sections.add(new Section.Grid(
                "values",
                List.of("kind", "value", "length", "rows", "encoding", "selected_by"),
                survey.values().stream()
                        .map(value -> Section.Row.of(
                                word(value.kind()),
                                value.value(),
                                length(value.value()),
                                value.rows(),
                                word(value.encoding()),
                                value.selectedBy()))
                        .toList(),
                "No values."));
        sections.add(new Section.Grid(
                "steps",
                List.of("profile", "left", "orders", "rows"),
                survey.funnel().stream()
                        .map(step -> Section.Row.of(step.profile(), step.step(), step.orders(), step.rows()))
                        .toList(),
                "No orders."));
        if (!survey.leftOut().isEmpty()) {
            sections.add(new Section.Lines("left_out", line -> survey.leftOut().forEach(line)));
        }
        return sections;
    }

    /** In code points: a blank at the end of a code counts, and is hard to see. */
    private static int length(@Nullable String value) {
        return value == null ? 0 : value.codePointCount(0, value.length());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
