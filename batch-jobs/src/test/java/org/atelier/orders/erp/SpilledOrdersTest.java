package org.atelier.orders.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.atelier.orders.erp.ErpOrder.Accessory;
import org.atelier.orders.erp.ErpOrder.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpilledOrdersTest {

    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private final SpilledRow row = new SpilledRow();

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private void put(SpilledRow full) {
        rows.write(full.bytes(), 0, full.length());
    }

    private void head(String id) {
        put(row.of(ErpTable.HEADS)
                .text(utf8(id))
                .number(1, false)
                .number(0, true)
                .text(utf8(""))
                .text(null)
                .text(utf8("Hôtel 🏨")));
    }

    private void note(String id, @Nullable String date) {
        put(row.of(ErpTable.NOTES).text(utf8(id)).text(utf8(date)));
    }

    @Test
    void an_order_comes_back_as_it_was_put_aside() {
        head("a");
        note("a", "2025-02-21 18:24:00");
        note("a", null);
        put(row.of(ErpTable.ACCESSORIES)
                .text(utf8("a"))
                .number(Long.MIN_VALUE, false)
                .number(Long.MAX_VALUE, false)
                .number(-1, false)
                .text(utf8("SOP"))
                .text(utf8("x".repeat(5_000))));
        put(row.of(ErpTable.OPERATIONS).text(utf8("a")).text(null).text(utf8("sägen")));
        List<ErpOrder> orders = SpilledOrders.in(rows.toByteArray());
        assertThat(orders).hasSize(1);
        ErpOrder order = orders.get(0);
        assertThat(order.id()).isEqualTo("a");
        assertThat(order.type()).isEqualTo(ErpNumber.of(1));
        assertThat(order.number()).isNull();
        assertThat(order.extension()).isEmpty();
        assertThat(order.status()).isNull();
        assertThat(order.affair()).isEqualTo("Hôtel 🏨");
        assertThat(order.planned()).containsExactly("2025-02-21 18:24:00", null);
        assertThat(order.accessories())
                .containsExactly(new Accessory(
                        ErpNumber.of(Long.MIN_VALUE),
                        ErpNumber.of(Long.MAX_VALUE),
                        ErpNumber.of(-1),
                        "SOP",
                        "x".repeat(5_000)));
        assertThat(order.operations()).containsExactly(new Operation(null, "sägen"));
    }

    @Test
    void orders_without_a_note_and_rows_of_other_orders_are_left_out() {
        head("a");
        head("b");
        note("b", "2025-02-21 18:24:00");
        note("of another partition", "2025-02-21 18:24:00");
        put(row.of(ErpTable.OPERATIONS)
                .text(utf8("of another partition"))
                .text(null)
                .text(null));
        assertThat(SpilledOrders.in(rows.toByteArray()))
                .extracting(ErpOrder::id)
                .containsExactly("b");
    }
}
