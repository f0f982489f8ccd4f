package org.atelier.orders.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.atelier.orders.erp.ErpNumber;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.OrderReject.Reason;
import org.atelier.orders.row.TableRows.Counts;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.select.SelectionLists;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRowsTest {

    @Test
    void roller_shutters_need_status_and_code_shutters_a_code_alone() {
        assertThat(rollers(order("A").status("devis").accessory(1, "SOP"))
                        .counts()
                        .selected())
                .isZero();
        assertThat(shutters(order("A").status("devis").accessory(1, "SOP"))
                        .counts()
                        .selected())
                .isEqualTo(1);
        assertThat(rollers(order("A").status("cde planifi\u00E9e").accessory(1, "S Q 1"))
                        .counts()
                        .selected())
                .isEqualTo(1);
        assertThat(rollers(order("A").status("vitrage").accessory(1, "VR 1"))
                        .counts()
                        .selected())
                .isZero();
        assertThat(shutters(order("A").accessory(1, "XX")).counts()).isEqualTo(Counts.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            stock before all else           | VR1 2025-01-01 SOP9 B | OP  2025-02-01 SOP1 A | B
            then the latest day             | OP  2025-01-01 SOP1 A | OP  2025-02-01 SOP9 B | B
            no date comes last              | OP  -          SOP1 A | OP  2025-02-01 SOP9 B | B
            a time of day does not count    | OP  2025-02-01T09:00:00 SOP2 A | OP 2025-02-01T08:00:00 SOP1 B | B
            then the lowest box             | OP  2025-02-01 SOP2 A | OP  2025-02-01 SOP1 B | B
            boxes are no numbers            | OP  2025-02-01 SOP10 B | OP 2025-02-01 SOP9 A | B
            capitals come first             | OP  2025-02-01 SOPa A | OP  2025-02-01 SOPB B | B
            then the lowest order           | OP  2025-02-01 SOP1 B | OP  2025-02-01 SOP1 A | A
            """)
    void one_roller_shutter_row_a_number_and_extension(String rule, String first, String second, String winner) {
        for (List<String> sides : List.of(List.of(first, second), List.of(second, first))) {
            List<ErpOrder> orders =
                    sides.stream().map(OrderRowsTest::rival).map(Order::build).toList();
            TableRows rows = rows(orders, TargetTable.ROLLER_SHUTTERS);
            assertThat(rows.rows())
                    .as(rule)
                    .singleElement()
                    .satisfies(row -> assertThat(row.order()).isEqualTo(winner));
            assertThat(rows.counts().duplicates()).isEqualTo(1);
        }
    }

    private static Order rival(String text) {
        String[] parts = text.trim().split(" +", -1);
        return order(parts[3])
                .status("vitrage")
                .noDates()
                .date(parts[1].equals("-") ? null : parts[1].replace('T', ' '))
                .accessory(1, parts[2])
                .operation(parts[0], null);
    }

    @Test
    void a_null_extension_is_a_key_like_any_other() {
        List<ErpOrder> orders = List.of(
                order("A")
                        .extension(null)
                        .status("vitrage")
                        .accessory(1, "SOP1")
                        .build(),
                order("B")
                        .extension(" \0")
                        .status("vitrage")
                        .accessory(1, "SOP2")
                        .build(),
                order("C").extension("X").status("vitrage").accessory(1, "SOP3").build());
        TableRows rows = rows(orders, TargetTable.ROLLER_SHUTTERS);
        assertThat(rows.rows()).extracting(StagedRow::order).containsExactlyInAnyOrder("A", "C");
        assertThat(rows.counts()).isEqualTo(new Counts(3, 2, 1, 0, 0, 3, 0, 0));
    }

    @Test
    void numbers_shared_by_different_types_are_counted() {
        List<ErpOrder> orders = List.of(
                order("A").type(1L).status("vitrage").accessory(1, "SOP1").build(),
                order("B").type(2L).status("vitrage").accessory(1, "SOP2").build());
        assertThat(rows(orders, TargetTable.ROLLER_SHUTTERS).counts().shared()).isEqualTo(1);
        assertThat(rows(orders, TargetTable.SHUTTERS).counts().shared()).isZero();
    }

    @Test
    void the_latest_planned_date_counts_as_it_was_written() {
        Order order = order("A")
                .status("vitrage")
                .noDates()
                .date("2025-05-28 10:00:00")
                .date("2025-05-30 23:59:59.123456")
                .date(null)
                .accessory(1, "SOP1");
        assertThat(value(rollers(order), "date_modification")).isEqualTo("2025-05-30");
        assertThat(value(shutters(order), "date_modification")).isEqualTo("2025-05-30T23:59:59.123456");
    }

    @Test
    void of_accessories_the_first_by_position_then_code_then_kind_then_number() {
        Order order = order("A")
                .accessory(null, 1L, 1L, "VR0", "no position")
                .accessory(2L, 1L, 1L, "VR1", "second")
                .accessory(1L, 2L, 1L, "VR2", "kind 2")
                .accessory(1L, 1L, 2L, "VR2", "number 2")
                .accessory(1L, 1L, 1L, "VR2", "this")
                .accessory(1L, 1L, 1L, "VR3", "code")
                .accessory(0L, 1L, 1L, "XX", "not matching");
        assertThat(value(shutters(order), "description_accessoire")).isEqualTo("this");
    }

    @Test
    void of_operations_one_of_stock_then_the_lowest_number() {
        Order order = order("A")
                .accessory(1, "VR1")
                .operation(null, "none")
                .operation("10", "ten")
                .operation("9", "nine")
                .operation("xVr2", "stock 2")
                .operation("VR9", "stock 9");
        assertThat(value(shutters(order), "description_operation")).isEqualTo("stock 9");
        assertThat(value(shutters(order("A").accessory(1, "VR1")), "numero_operation"))
                .isEqualTo("null");
        assertThat(shutters(order).counts().joinedRows()).isEqualTo(5);
    }

    @Test
    void stock_is_told_by_the_orders_own_operations() {
        Order order = order("A").status("vitrage").accessory(1, "SOP1");
        assertThat(value(rollers(order), "gestion_en_stock")).isEqualTo("0");
        assertThat(value(rollers(order.operation("0vr1", null)), "gestion_en_stock"))
                .isEqualTo("1");
    }

    @Test
    void what_does_not_fit_is_rejected_for_the_table_that_has_the_column() {
        Order order = order("A")
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
        Order order = order("A")
                .status(" vitrage" + "\uD83D\uDE00".repeat(43) + "\0 ")
                .accessory(1, "SOP1");
        assertThat(rollers(order).rejects()).isEmpty();
    }

    @Test
    void what_is_left_of_an_order_competes() {
        Order order = order("A")
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
        Order order = order("A").accessory(1, "VR1").operation("9".repeat(21), "long");
        assertThat(shutters(order).counts().rejected()).isEqualTo(1);
        assertThat(shutters(order).rejects()).allMatch(OrderReject::whole);
    }

    @ParameterizedTest
    @CsvSource({"0000-00-00 00:00:00", "2025-00-10 00:00:00", "2025-05-00 10:00:00", "2025-02-30 10:00:00"})
    void zero_and_partial_dates_are_rejects(String date) {
        Order order = order("A").status("vitrage").noDates().date(date).accessory(1, "SOP1");
        assertThat(rollers(order).rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo(Reason.BAD_DATE);
            assertThat(reject.value()).isEqualTo(date);
            assertThat(reject.whole()).isTrue();
        });
    }

    @Test
    void an_order_needs_a_number_and_one_that_fits() {
        Order none = order("A").number(null).status("vitrage").accessory(1, "SOP1");
        assertThat(rollers(none).rejects()).extracting(OrderReject::reason).containsExactly(Reason.MISSING);
        assertThat(shutters(none).rejects()).extracting(OrderReject::reason).containsExactly(Reason.MISSING);
        Order large = order("A").number(3_000_000_000L).status("vitrage").accessory(1, "SOP1");
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
        Order order = order("A").written(number).status("vitrage").accessory(1, "SOP1");

        assertThat(shutters(order).rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo(reason);
            assertThat(reject.column()).isEqualTo("numero_commande");
            assertThat(reject.whole()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1001, 1001",
        "1001.00, 1001",
        "01001, 1001",
        "1.001e3, 1001",
        "4294967295, 4294967295",
        "18446744073709551615, 18446744073709551615"
    })
    void a_whole_number_is_the_same_one_in_whatever_type_of_column(String written, String number) {
        TableRows rows = rollers(order("A").written(written).status("vitrage").accessory(1, "SOP1"));

        assertThat(value(rows, "numero_commande")).isEqualTo(number);
    }

    @Test
    void a_number_too_long_for_a_column_of_texts_is_out_of_its_range() {
        TableRows rows = rollers(
                order("A").written("1" + "0".repeat(20)).status("vitrage").accessory(1, "SOP1"));

        assertThat(rows.rejects()).extracting(OrderReject::reason).containsExactly(Reason.OUT_OF_RANGE);
    }

    @Test
    void accessories_are_placed_by_numbers_of_any_size_and_what_is_none_comes_last() {
        Order order = order("A")
                .accessory("18446744073709551615", "VR2", "last number")
                .accessory("9.5", "VR3", "first")
                .accessory("x", "VR1", "no number");

        assertThat(value(shutters(order), "description_accessoire")).isEqualTo("first");
        Order without = order("A")
                .accessory("18446744073709551615", "VR2", "last number")
                .accessory("x", "VR1", "no number");
        assertThat(value(shutters(without), "description_accessoire")).isEqualTo("last number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extension", "statut", "code_accessoire", "description_accessoire", "numero_operation"})
    void half_a_character_rejects_its_order_for_its_column(String column) {
        String half = "\uD83C";
        Order order = order("A");
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
        Order order = order("A")
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

    @Test
    void shuffled_input_gives_the_same_rows() {
        Random random = new Random(3);
        List<ErpOrder> orders = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            orders.add(order("ID" + random.nextInt(1_000_000))
                    .number((long) random.nextInt(40))
                    .extension(random.nextBoolean() ? null : "A")
                    .status("vitrage")
                    .date("2025-05-" + (10 + random.nextInt(3)) + " 10:00:00")
                    .accessory(random.nextInt(3), "SOP" + random.nextInt(3))
                    .accessory(random.nextInt(3), "VR" + random.nextInt(3))
                    .operation((random.nextBoolean() ? "VR" : "OP") + random.nextInt(2), null)
                    .build());
        }
        Set<StagedRow> expected =
                Set.copyOf(rows(orders, TargetTable.ROLLER_SHUTTERS).rows());
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(orders, random);
            assertThat(Set.copyOf(rows(orders, TargetTable.ROLLER_SHUTTERS).rows()))
                    .isEqualTo(expected);
        }
    }

    private static Order order(String id) {
        return new Order(id);
    }

    private static TableRows rollers(Order order) {
        return rows(List.of(order.build()), TargetTable.ROLLER_SHUTTERS);
    }

    private static TableRows shutters(Order order) {
        return rows(List.of(order.build()), TargetTable.SHUTTERS);
    }

    private static TableRows rows(List<ErpOrder> orders, TargetTable table) {
        return rows(orders, table, ColumnProtection.none());
    }

    private static TableRows rows(List<ErpOrder> orders, TargetTable table, ColumnProtection protection) {
        OrderSelection selection = new OrderSelection(SelectionLists.USUAL);
        return Objects.requireNonNull(new OrderRows(selection, protection, Set.of(table))
                .of(orders, ErasedOrders.NONE)
                .get(table));
    }

    private static String value(TableRows rows, String column) {
        TargetTable table = rows.table();
        return String.valueOf(rows.rows().get(0).values().get(table.columns().indexOf(table.column(column))));
    }

    /** An order to put together; planned on 2025-05-28 unless said otherwise. */
    private static final class Order {

        private final String id;
        private @Nullable Long type = 1L;
        private @Nullable ErpNumber number = ErpNumber.of(100);
        private @Nullable String extension;
        private @Nullable String status;
        private @Nullable String affair;
        private List<@Nullable String> dates = new ArrayList<>(List.of("2025-05-28 10:00:00"));
        private final List<ErpOrder.Accessory> accessories = new ArrayList<>();
        private final List<ErpOrder.Operation> operations = new ArrayList<>();

        Order(String id) {
            this.id = id;
        }

        Order type(@Nullable Long value) {
            type = value;
            return this;
        }

        Order number(@Nullable Long value) {
            number = exact(value);
            return this;
        }

        Order extension(@Nullable String value) {
            extension = value;
            return this;
        }

        Order status(@Nullable String value) {
            status = value;
            return this;
        }

        Order affair(@Nullable String value) {
            affair = value;
            return this;
        }

        Order noDates() {
            dates = new ArrayList<>();
            return this;
        }

        Order date(@Nullable String value) {
            dates.addAll(Arrays.asList(value));
            return this;
        }

        Order accessory(String position, String code, String text) {
            accessories.add(new ErpOrder.Accessory(ErpNumber.of(position), exact(1L), exact(1L), code, text));
            return this;
        }

        Order accessory(long position, String code) {
            return accessory(position, 1L, 1L, code, null);
        }

        Order accessory(
                @Nullable Long position,
                @Nullable Long kind,
                @Nullable Long at,
                @Nullable String code,
                @Nullable String text) {
            accessories.add(new ErpOrder.Accessory(exact(position), exact(kind), exact(at), code, text));
            return this;
        }

        Order operation(@Nullable String value, @Nullable String name) {
            operations.add(new ErpOrder.Operation(value, name));
            return this;
        }

        /** The number as a column of any type shows it. */
        Order written(String value) {
            number = ErpNumber.of(value);
            return this;
        }

        private static @Nullable ErpNumber exact(@Nullable Long value) {
            return value == null ? null : ErpNumber.of(value);
        }

        ErpOrder build() {
            return new ErpOrder(id, exact(type), number, extension, status, affair, dates, accessories, operations);
        }
    }
}
