package org.atelier.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    @Test
    void a_home_that_the_system_does_not_know_is_no_home() {
        assertThat(Surroundings.home("?", "")).isEqualTo(Surroundings.NO_HOME);
        assertThat(Surroundings.home("", "relative")).isEqualTo(Surroundings.NO_HOME);
        assertThat(Surroundings.home("?", "/home/shell")).isEqualTo(Path.of("/home/shell"));
        assertThat(Surroundings.home("/home/java", "/home/shell")).isEqualTo(Path.of("/home/java"));
    }
}
