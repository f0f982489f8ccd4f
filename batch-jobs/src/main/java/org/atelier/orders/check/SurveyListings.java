package org.atelier.orders.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.atelier.catalog.Listing;
import org.atelier.orders.survey.OrdersSurvey;
import org.jspecify.annotations.Nullable;

/** A survey of the ERP as it is shown. */
final class SurveyListings {

    private SurveyListings() {}

    static List<Listing> of(OrdersSurvey survey) {
        List<Listing> listings = new ArrayList<>(List.of(tables(survey), values(survey), steps(survey)));
        if (!survey.leftOut().isEmpty()) {
            listings.add(new Listing(
                    "left_out",
                    List.of(),
                    survey.leftOut().stream().map(SurveyListings::row).toList(),
                    ""));
        }
        return listings;
    }

    private static Listing tables(OrdersSurvey survey) {
        return new Listing(
                "tables",
                List.of("table", "name", "rows", "engine"),
                survey.tables().stream()
                        .map(table -> row(table.table().usualName(), table.name(), table.rows(), table.engine()))
                        .toList(),
                "No tables.");
    }

    private static Listing values(OrdersSurvey survey) {
        return new Listing(
                "values",
                List.of("kind", "value", "length", "rows", "encoding", "selected_by"),
                survey.values().stream()
                        .map(value -> row(
                                word(value.kind()),
                                value.value(),
                                length(value.value()),
                                value.rows(),
                                word(value.encoding()),
                                value.selectedBy()))
                        .toList(),
                "No values.");
    }

    private static Listing steps(OrdersSurvey survey) {
        return new Listing(
                "steps",
                List.of("profile", "left", "orders", "rows"),
                survey.funnel().stream()
                        .map(step -> row(step.profile(), step.step(), step.orders(), step.rows()))
                        .toList(),
                "No orders.");
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** In code points: a blank at the end of a code counts, and is hard to see. */
    private static int length(@Nullable String value) {
        return value == null ? 0 : value.codePointCount(0, value.length());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
