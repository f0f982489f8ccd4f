package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Problem;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archive directory lies outside of what is scanned. */
class AfterLoadSettingsTest {

    @TempDir
    Path directory;

    private MachineLogSettings read(String source, String archive) {
        Map<String, String> environment = Map.of(
                "ATELIER_MACHINE_LOGS_SOURCE", source,
                "ATELIER_MACHINE_LOGS_AFTER_LOAD", "archive",
                "ATELIER_MACHINE_LOGS_ARCHIVE_DIRECTORY", archive);
        return SettingsReader.read(null, new Surroundings(environment, directory, directory))
                .get(MachineLogSettings.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://h/logs, ../logs-archive/..",
        "ftp://h/logs, DEM12",
        "ftp://h/logs, /home/logs/DEM12 (PVC)/done",
        "ftp://h/logs, NEW7 (BOIS)",
        "file:///srv/logs, /srv/logs",
        "file:///srv/logs, /srv/logs/SU12/old",
        "'file:///srv/logs,file:///srv/logs/old', old",
        "ftp://h/logs, a//b"
    })
    void an_archive_within_what_is_scanned_is_a_problem(String source, String archive) {
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> read(source, archive));
        List<String> problems = java.util.Objects.requireNonNull(e).problems().stream()
                .map(Problem::line)
                .toList();
        assertThat(problems).singleElement().asString().contains("archive directory");
    }

    @Test
    void an_archive_in_the_root_is_not_reported_as_an_unknown_directory() {
        MachineLogSettings settings = read("ftp://h/logs", "old/2025/");
        assertThat(settings.afterLoad()).isEqualTo(new AfterLoad.Archive("old/2025"));
        assertThat(settings.excludedDirectories()).containsExactly("old");
        assertThat(read("file:///srv/logs", "/srv/logs/old").excludedDirectories())
                .containsExactly("old");
        assertThat(read("file:///srv/logs", "/srv/archive").excludedDirectories())
                .isEmpty();
    }

    @Test
    void archiving_without_a_directory_is_a_problem() {
        Map<String, String> environment =
                Map.of("ATELIER_MACHINE_LOGS_SOURCE", "ftp://h/logs", "ATELIER_MACHINE_LOGS_AFTER_LOAD", "archive");
        ConfigurationException e = catchThrowableOfType(
                ConfigurationException.class,
                () -> SettingsReader.read(null, new Surroundings(environment, directory, directory)));
        assertThat(java.util.Objects.requireNonNull(e).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fix()).contains("atelier.machine-logs.archive-directory"));
    }
}
