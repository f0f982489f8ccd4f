package org.atelier.orders.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OrderIndexTest {

    private static byte[] key(Object key) {
        return key.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void every_order_is_found_also_where_there_are_more_than_expected() {
        OrderIndex index = new OrderIndex(10);
        for (int i = 0; i < 10_000; i++) {
            index.add(key(i), i % 7);
        }
        for (int i = 0; i < 10_000; i++) {
            int place = index.find(key(i));
            assertThat(index.partition(place)).isEqualTo(i % 7);
            assertThat(index.morePartitions(place)).isEmpty();
        }
        assertThat(index.find(key(10_000))).isEqualTo(-1);
    }

    @Test
    void an_order_keeps_being_planned() {
        OrderIndex index = new OrderIndex(2);
        index.add(key("a"), 3);
        index.add(key("b"), 4);
        index.plan(index.find(key("a")));
        index.plan(index.find(key("a")));
        for (int i = 0; i < 1_000; i++) {
            index.add(key(i), 5);
        }
        assertThat(index.isPlanned(index.find(key("a")))).isTrue();
        assertThat(index.partition(index.find(key("a")))).isEqualTo(3);
        assertThat(index.isPlanned(index.find(key("b")))).isFalse();
    }

    @Test
    void keys_of_the_same_hash_go_to_the_partitions_of_all_of_them() {
        OrderIndex index = new OrderIndex(10, key -> key[0]);
        index.add(key("first"), 1);
        index.add(key("further"), 2);
        index.add(key("fast"), 1);
        index.add(key("other"), 3);
        int place = index.find(key("further"));
        assertThat(index.partition(place)).isEqualTo(1);
        assertThat(index.morePartitions(place)).containsExactly(2);
        assertThat(index.morePartitions(index.find(key("other")))).isEmpty();
    }
}
