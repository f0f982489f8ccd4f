package org.atelier.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> NAMES = List.of("history", "show", "check", "--dry-run");

    @Test
    void a_mistyped_name_finds_the_one_that_was_meant() {
        assertThat(NearestName.of("histroy", NAMES)).contains("history");
        assertThat(NearestName.of("--dry-rn", NAMES)).contains("--dry-run");
        assertThat(NearestName.of("--dryrun", NAMES)).contains("--dry-run");
    }

    @Test
    void a_name_far_from_all_finds_none() {
        assertThat(NearestName.of("entirely-different", NAMES)).isEmpty();
    }

    @Test
    void a_swap_of_neighbours_is_one_step() {
        assertThat(NearestName.distance("ab", "ba")).isEqualTo(1);
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    }
}
