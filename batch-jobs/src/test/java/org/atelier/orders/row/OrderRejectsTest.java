package org.atelier.orders.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.atelier.orders.row.SampleOrder.order;
import static org.atelier.orders.row.SampleRows.rollers;
import static org.atelier.orders.row.SampleRows.rows;
import static org.atelier.orders.row.SampleRows.shutters;
import static org.atelier.orders.row.SampleRows.value;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.OrderReject.Reason;
import org.atelier.orders.row.TableRows.Counts;
import org.atelier.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an order a table cannot take. */
class OrderRejectsTest {

    @Test
    void what_does_not_fit_is_rejected_for_the_table_that_has_the_column() {
        SampleOrder order = order("A")
                .status("vitrage " + "x".repeat(43))
                .affair("y".repeat(101))
                .accessory(1, "SOP1");
        assertThat(rollers(order).rejects())
                .extracting(OrderReject::column, OrderReject::reason, OrderReject::whole)
                .containsExactly(tuple("status", Reason.TOO_LONG, true));
        assertThat(shutters(order).rejects()).extracting(OrderReject::column).containsExactly("statut", "affaire");
        assertThat(shutters(order).counts()).isEqualTo(new Counts(1, 0, 0, 1, 2, 1, 0, 0));
    }

    @Test
    void length_is_in_code_points_of_the_cleaned_text() {
        SampleOrder order = order("A")
                .status(" vitrage" + "\uD83D\uDE00".repeat(43) + "\0 ")
                .accessory(1, "SOP1");
        assertThat(rollers(order).rejects()).isEmpty();
    }

    @Test
    void what_is_left_of_an_order_competes() {
        SampleOrder order = order("A")
                .status("vitrage")
                .date("2025-00-00 00:00:00")
                .accessory(1, "SOP" + "x".repeat(48))
                .accessory(2, "SOP2")
                .operation("OP" + "9".repeat(20), "long")
                .operation("OP1", "fits");
        TableRows rollers = rollers(order);
        assertThat(value(rollers, "coffre")).isEqualTo("SOP2");
        assertThat(value(rollers, "date_modification")).isEqualTo("2025-05-28");
        assertThat(rollers.rejects())
                .extracting(OrderReject::column, OrderReject::reason, OrderReject::whole)
                .containsExactlyInAnyOrder(
                        tuple("date_modification", Reason.BAD_DATE, false), tuple("coffre", Reason.TOO_LONG, false));
        TableRows shutters = shutters(order);
        assertThat(value(shutters, "numero_operation")).isEqualTo("OP1");
        assertThat(shutters.rejects())
                .extracting(OrderReject::column)
                .containsExactlyInAnyOrder("date_modification", "code_accessoire", "numero_operation");
    }

    @Test
    void an_order_whose_operations_all_fail_is_rejected_as_a_whole() {
        SampleOrder order = order("A").accessory(1, "VR1").operation("9".repeat(21), "long");
        assertThat(shutters(order).counts().rejected()).isEqualTo(1);
        assertThat(shutters(order).rejects()).allMatch(OrderReject::whole);
    }

    @ParameterizedTest
    @CsvSource({"0000-00-00 00:00:00", "2025-00-10 00:00:00", "2025-05-00 10:00:00", "2025-02-30 10:00:00"})
    void zero_and_partial_dates_are_rejects(String date) {
        SampleOrder order = order("A").status("vitrage").noDates().date(date).accessory(1, "SOP1");
        assertThat(rollers(order).rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo(Reason.BAD_DATE);
            assertThat(reject.value()).isEqualTo(date);
            assertThat(reject.whole()).isTrue();
        });
    }

    @Test
    void an_order_needs_a_number_and_one_that_fits() {
        SampleOrder none = order("A").number(null).status("vitrage").accessory(1, "SOP1");
        assertThat(rollers(none).rejects()).extracting(OrderReject::reason).containsExactly(Reason.MISSING);
        assertThat(shutters(none).rejects()).extracting(OrderReject::reason).containsExactly(Reason.MISSING);
        SampleOrder large = order("A").number(3_000_000_000L).status("vitrage").accessory(1, "SOP1");
        assertThat(value(rollers(large), "numero_commande")).isEqualTo("3000000000");
        assertThat(shutters(large).rejects()).extracting(OrderReject::reason).containsExactly(Reason.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "18446744073709551615, OUT_OF_RANGE",
        "-2147483649, OUT_OF_RANGE",
        "1e30, OUT_OF_RANGE",
        "1001.5, NOT_STORABLE",
        "1e999999999, NOT_STORABLE",
        "NaN, NOT_STORABLE",
        "12 bis, NOT_STORABLE",
    })
    void a_number_that_its_column_cannot_hold_rejects_its_order(String number, Reason reason) {
        SampleOrder order = order("A").written(number).status("vitrage").accessory(1, "SOP1");

        assertThat(shutters(order).rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo(reason);
            assertThat(reject.column()).isEqualTo("numero_commande");
            assertThat(reject.whole()).isTrue();
        });
    }

    @Test
    void a_number_too_long_for_a_column_of_texts_is_out_of_its_range() {
        TableRows rows = rollers(
                order("A").written("1" + "0".repeat(20)).status("vitrage").accessory(1, "SOP1"));

        assertThat(rows.rejects()).extracting(OrderReject::reason).containsExactly(Reason.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"extension", "statut", "code_accessoire", "description_accessoire", "numero_operation"})
    void half_a_character_rejects_its_order_for_its_column(String column) {
        String half = "\uD83C";
        SampleOrder order = order("A");
        switch (column) {
            case "extension" -> order.extension(half).accessory(1, "VR1");
            case "statut" -> order.status(half).accessory(1, "VR1");
            case "code_accessoire" -> order.accessory(1, "VR" + half);
            case "description_accessoire" -> order.accessory("1", "VR1", half);
            default -> order.accessory(1, "VR1").operation(half, null);
        }

        assertThat(shutters(order).rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo(Reason.NOT_STORABLE);
            assertThat(reject.column()).isEqualTo(column);
        });
    }

    @Test
    void keys_longer_than_an_index_takes_are_rejected_and_told_apart() {
        String key = "\u20AC".repeat(2_000);
        List<OrderReject> rejects = Stream.of(key + "1", key + "2")
                .flatMap(id -> rollers(order(id).status("vitrage").accessory(1, "SOP1")).rejects().stream())
                .toList();

        assertThat(rejects)
                .allMatch(reject ->
                        reject.reason() == Reason.TOO_LONG && reject.order().length() <= 500)
                .extracting(OrderReject::order)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void rejects_do_not_compete() {
        List<ErpOrder> orders = List.of(
                order("A")
                        .status("vitrage " + "x".repeat(50))
                        .accessory(1, "SOP1")
                        .operation("VR", null)
                        .build(),
                order("B").status("vitrage").accessory(1, "SOP2").build());
        TableRows rows = rows(orders, TargetTable.ROLLER_SHUTTERS);
        assertThat(rows.rows()).extracting(StagedRow::order).containsExactly("B");
        assertThat(rows.counts()).isEqualTo(new Counts(2, 1, 0, 1, 1, 2, 0, 0));
    }

    @Test
    void protected_columns_are_dropped_or_replaced_and_never_rejected_with_their_value() {
        ColumnProtection protection = new ColumnProtection(
                Map.of(
                        "affaire", Choice.PSEUDONYMISE,
                        "description_accessoire", Choice.DROP,
                        "numero_operation", Choice.PSEUDONYMISE),
                new Secret("key"));
        SampleOrder order = order("A")
                .affair("Mme Martin")
                .accessory(1L, 1L, 1L, "VR1", "secret")
                .operation("9".repeat(30), "op");
        TableRows rows = rows(List.of(order.build()), TargetTable.SHUTTERS, protection);
        assertThat(rows.rejects()).isEmpty();
        // printf 'Mme Martin' | openssl dgst -sha256 -hmac key
        assertThat(value(rows, "affaire"))
                .isEqualTo("47524b9d87b8bf8f44e151d7859655c77d7959fc409dfaf78057eef2ae4b2d93");
        assertThat(value(rows, "numero_operation")).hasSize(20).matches("[0-9a-f]+");
        assertThat(value(rows, "description_accessoire")).isEqualTo("null");
    }
}
