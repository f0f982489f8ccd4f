package org.atelier.machinelogs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charset of names on the sources. */
class NamesSettingTest {

    @TempDir
    Path directory;

    private Charset read(Map<String, String> names) {
        Map<String, String> environment = new HashMap<>(names);
        environment.put("ATELIER_MACHINE_LOGS_SOURCE", "ftp://h/logs");
        return SettingsReader.read(null, new Surroundings(environment, directory, directory))
                .get(MachineLogSettings.class)
                .sources()
                .get(0)
                .transfer()
                .names();
    }

    @Test
    void names_are_utf_8_unless_another_charset_is_named() {
        assertThat(read(Map.of())).isEqualTo(UTF_8);
        assertThat(read(Map.of("ATELIER_MACHINE_LOGS_NAMES", "windows-1252")))
                .isEqualTo(Charset.forName("windows-1252"));
        assertThat(read(Map.of("ATELIER_MACHINE_LOGS_NAMES", "latin1"))).isEqualTo(Charset.forName("ISO-8859-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "IBM1047", "no such", "nonsense", "x-JISAutoDetect"})
    void a_charset_that_does_not_agree_with_ascii_is_a_problem(String name) {
        ConfigurationException e = catchThrowableOfType(
                ConfigurationException.class, () -> read(Map.of("ATELIER_MACHINE_LOGS_NAMES", name)));
        assertThat(Objects.requireNonNull(e).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).contains("agrees with ASCII"));
    }
}
