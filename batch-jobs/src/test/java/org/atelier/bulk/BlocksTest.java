package org.atelier.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlocksTest {

    private final Blocks blocks = new Blocks(1);

    @Test
    void a_block_that_came_back_is_lent_again() {
        byte[] first = blocks.lend();
        blocks.giveBack(first);
        assertThat(blocks.lend()).isSameAs(first).hasSize(Blocks.SIZE);
    }

    @Test
    void a_block_is_lent_to_one_at_a_time() {
        assertThat(blocks.lend()).isNotSameAs(blocks.lend());
    }

    @Test
    void no_more_lie_idle_than_may() {
        byte[] first = blocks.lend();
        byte[] second = blocks.lend();
        blocks.giveBack(first);
        blocks.giveBack(second);
        assertThat(blocks.lend()).isSameAs(first);
        assertThat(blocks.lend()).isNotSameAs(second);
    }

    @Test
    void what_is_no_block_is_not_lent() {
        byte[] other = new byte[Blocks.SIZE - 1];
        blocks.giveBack(other);
        assertThat(blocks.lend()).isNotSameAs(other);
    }
}
