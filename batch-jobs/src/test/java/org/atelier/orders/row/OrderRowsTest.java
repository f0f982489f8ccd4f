package org.atelier.orders.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.orders.row.SampleOrder.order;
import static org.atelier.orders.row.SampleRows.rollers;
import static org.atelier.orders.row.SampleRows.rows;
import static org.atelier.orders.row.SampleRows.shutters;
import static org.atelier.orders.row.SampleRows.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.row.TableRows.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which row orders make in a table. */
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
            List<ErpOrder> orders = sides.stream()
                    .map(OrderRowsTest::rival)
                    .map(SampleOrder::build)
                    .toList();
            TableRows rows = rows(orders, TargetTable.ROLLER_SHUTTERS);
            assertThat(rows.rows())
                    .as(rule)
                    .singleElement()
                    .satisfies(row -> assertThat(row.order()).isEqualTo(winner));
            assertThat(rows.counts().duplicates()).isEqualTo(1);
        }
    }

    private static SampleOrder rival(String text) {
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
        SampleOrder order = order("A")
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
        SampleOrder order = order("A")
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
        SampleOrder order = order("A")
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
        SampleOrder order = order("A").status("vitrage").accessory(1, "SOP1");
        assertThat(value(rollers(order), "gestion_en_stock")).isEqualTo("0");
        assertThat(value(rollers(order.operation("0vr1", null)), "gestion_en_stock"))
                .isEqualTo("1");
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
    void accessories_are_placed_by_numbers_of_any_size_and_what_is_none_comes_last() {
        SampleOrder order = order("A")
                .accessory("18446744073709551615", "VR2", "last number")
                .accessory("9.5", "VR3", "first")
                .accessory("x", "VR1", "no number");

        assertThat(value(shutters(order), "description_accessoire")).isEqualTo("first");
        SampleOrder without = order("A")
                .accessory("18446744073709551615", "VR2", "last number")
                .accessory("x", "VR1", "no number");
        assertThat(value(shutters(without), "description_accessoire")).isEqualTo("last number");
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
}
