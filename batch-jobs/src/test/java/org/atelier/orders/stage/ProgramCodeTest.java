package org.atelier.orders.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCodeTest {

    @TempDir
    private Path directory;

    @Test
    void another_jar_has_another_fingerprint_whatever_its_name_and_age() throws Exception {
        String jar = ProgramCode.of(Files.writeString(directory.resolve("a.jar"), "one"));
        assertThat(ProgramCode.of(Files.writeString(directory.resolve("b.jar"), "one")))
                .isEqualTo(jar);
        assertThat(ProgramCode.of(Files.writeString(directory.resolve("c.jar"), "two")))
                .isNotEqualTo(jar);
    }

    @Test
    void classes_in_a_directory_and_this_java_have_one_each() {
        assertThat(ProgramCode.of(directory)).isEqualTo("classes");
        assertThat(ProgramCode.fingerprints())
                .hasSize(2)
                .contains(Runtime.version().toString());
    }
}
