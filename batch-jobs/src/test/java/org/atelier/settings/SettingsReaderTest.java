package org.atelier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.atelier.database.DatabaseChoice;
import org.atelier.database.Migrate;
import org.atelier.machinelogs.MachineLogSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    @TempDir
    Path directory;

    private Settings read(Map<String, String> environment) {
        return SettingsReader.read(null, new Surroundings(environment, directory, directory.resolve("home")));
    }

    private List<String> problems(Map<String, String> environment) {
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> read(environment));
        return e == null ? List.of() : e.problems().stream().map(Problem::line).toList();
    }

    private void file(String yaml) throws IOException {
        Files.writeString(directory.resolve("atelier.yaml"), yaml);
    }

    @Test
    void without_file_and_environment_the_defaults_hold() {
        Settings settings = read(Map.of());
        assertThat(settings.file()).isEmpty();
        assertThat(settings.dataDir()).isEqualTo(directory.resolve("home/.atelier"));
        assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(settings.get(DatabaseChoice.class).configured()).isEmpty();
        assertThat(settings.get(DatabaseChoice.class).migrate()).isEqualTo(Migrate.MANUAL);
        assertThat(settings.get(MachineLogSettings.class).sources()).isEmpty();
        assertThat(settings.get(MachineLogSettings.class).centres()).containsEntry("SU12", "HYBRIDE");
        assertThat(settings.get(MachineLogSettings.class).landing())
                .isEqualTo(directory.resolve("home/.atelier/landing"));
    }

    @Test
    void the_environment_wins_over_the_file() throws IOException {
        file("atelier:\n  time-zone: Europe/Brussels\n  data-dir: here\n");
        assertThat(read(Map.of()).timeZone()).isEqualTo(ZoneId.of("Europe/Brussels"));
        assertThat(read(Map.of()).dataDir()).isEqualTo(directory.resolve("here"));
        assertThat(read(Map.of("ATELIER_TIME_ZONE", "UTC")).timeZone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void an_atelier_name_wins_over_a_plain_name_and_that_over_the_file() throws IOException {
        file("atelier.database.url: jdbc:postgresql://file/db");
        assertThat(url(Map.of())).isEqualTo("jdbc:postgresql://file/db");
        assertThat(url(Map.of("DB_HOST", "plain", "DB_NAME", "x"))).isEqualTo("jdbc:postgresql://plain:5432/x");
        assertThat(url(Map.of("DB_HOST", "plain", "ATELIER_DATABASE_URL", "jdbc:postgresql://own/db")))
                .isEqualTo("jdbc:postgresql://own/db");
    }

    private String url(Map<String, String> environment) {
        return read(environment)
                .get(DatabaseChoice.class)
                .configured()
                .orElseThrow()
                .url();
    }

    @Test
    void all_problems_are_told_at_once_with_their_place_and_a_remedy() throws IOException {
        file("atelier:\n  tme-zone: UTC\n  machine-logs:\n    settle: 5\n    workers: many\n");
        List<String> problems = problems(Map.of("ATELIER_DATABSE_URL", "x", "ATELIER_DATA_DIR_FILE", "/nowhere"));
        String yaml = directory.resolve("atelier.yaml").toString();
        assertThat(problems)
                .anyMatch(line -> line.startsWith(yaml + ":2: ") && line.contains("did you mean atelier.time-zone?"))
                .anyMatch(line -> line.startsWith(yaml + ":4: ") && line.contains("a duration such as"))
                .anyMatch(line -> line.startsWith(yaml + ":5: ") && line.contains("from 1 to 16"))
                .anyMatch(line -> line.contains("did you mean ATELIER_DATABASE_URL?"))
                .anyMatch(line -> line.startsWith("environment ATELIER_DATA_DIR_FILE: cannot read"))
                .hasSize(5);
    }

    @Test
    void a_secret_is_read_from_a_file_without_its_last_line_end_and_never_shown() throws IOException {
        Path secret = Files.writeString(directory.resolve("password"), " p@ss \n");
        Settings settings = read(Map.of(
                "ATELIER_DATABASE_URL", "jdbc:postgresql://h/d", "ATELIER_DATABASE_PASSWORD_FILE", secret.toString()));
        assertThat(settings.get(DatabaseChoice.class)
                        .configured()
                        .orElseThrow()
                        .password()
                        .reveal())
                .isEqualTo(" p@ss ");
        assertThat(settings.toString()).doesNotContain("p@ss");
        file("atelier.database:\n  url: jdbc:postgresql://h/d\n  password-file: password\n");
        assertThat(read(Map.of())
                        .get(DatabaseChoice.class)
                        .configured()
                        .orElseThrow()
                        .password()
                        .reveal())
                .isEqualTo(" p@ss ");
    }

    @Test
    void a_secret_given_twice_is_refused() {
        assertThat(problems(Map.of("ATELIER_SECRET_KEY", "a", "ATELIER_SECRET_KEY_FILE", directory.toString())))
                .anyMatch(line -> line.contains("ATELIER_SECRET_KEY is set as well"));
        assertThat(problems(Map.of("SECRET_KEY", "a", "SECRET_KEY_FILE", directory.toString())))
                .anyMatch(line -> line.contains("SECRET_KEY is set as well"));
    }

    @Test
    void a_login_in_the_database_url_is_taken_out_of_it() {
        var database = read(Map.of(
                        "ATELIER_DATABASE_URL", "jdbc:postgresql://h/d?user=u&sslmode=require&password=p%40"))
                .get(DatabaseChoice.class)
                .configured()
                .orElseThrow();
        assertThat(database.url()).isEqualTo("jdbc:postgresql://h/d?sslmode=require");
        assertThat(database.username()).isEqualTo("u");
        assertThat(database.password().reveal()).isEqualTo("p@");
    }

    @Test
    void what_kubernetes_injects_for_services_is_ignored() {
        assertThat(problems(Map.of(
                        "ATELIER_SERVICE_HOST", "10.0.0.1",
                        "ATELIER_SERVICE_PORT_HTTP", "80",
                        "ATELIER_PORT", "tcp://10.0.0.1:80",
                        "ATELIER_PORT_80_TCP", "tcp://10.0.0.1:80",
                        "ATELIER_PORT_80_TCP_ADDR", "10.0.0.1",
                        "POSTGRES_PORT", "tcp://10.0.0.2:5432",
                        "ATELIER_DATABASE_PORT", "tcp://10.0.0.3:5432")))
                .isEmpty();
    }

    @Test
    void plain_names_that_differ_are_refused_unless_the_own_name_decides() {
        assertThat(problems(Map.of("DB_HOST", "a", "POSTGRES_HOST", "b")))
                .anyMatch(line -> line.contains("set ATELIER_DATABASE_HOST"));
        assertThat(problems(Map.of("DB_HOST", "a", "POSTGRES_HOST", "b", "ATELIER_DATABASE_HOST", "c")))
                .isEmpty();
    }

    @Test
    void the_plain_names_of_ftp_make_a_source() {
        var source = read(Map.of("FTP_HOST", "ftp.example.org", "FTP_USER", "u", "FTP_PASS", "p"))
                .get(MachineLogSettings.class)
                .sources()
                .get(0);
        assertThat(source.label()).startsWith("ftp://ftp.example.org:21");
        assertThat(source.username()).isEqualTo("u");
        assertThat(String.valueOf(source.password())).isEqualTo("******");
    }

    @Test
    void times_and_passwords_keep_the_text_they_were_written_with() throws IOException {
        file("""
                atelier:
                  machine-logs:
                    day-start: 12:30
                    centre-day-starts: {DEM12: 05:00}
                    source: [ftp://a@h/x, 'file:///srv/logs']
                    password: 0123
                """);
        var logs = read(Map.of()).get(MachineLogSettings.class);
        assertThat(logs.defaultDayStart()).hasToString("12:30");
        assertThat(logs.dayStarts().get("DEM12")).hasToString("05:00");
        assertThat(logs.sources()).hasSize(2);
        var password = logs.sources().get(0).password();
        assertThat(password == null ? "" : password.reveal()).isEqualTo("0123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atelier: [",
                "- a",
                "atelier:\n  data-dir: a\n  data-dir: b",
                "atelier: text",
                "a: &x {b: *x}",
                "!!javax.script.ScriptEngineManager [x]",
                "atelier.time-zone: [UTC]",
                "atelier.data-dir: {a: b}",
                "atelier:\n  machine-logs:\n    centres: {A: 1, A: 2}"
            })
    void a_file_that_cannot_be_used_is_a_problem_not_a_crash(String yaml) throws IOException {
        file(yaml);
        assertThat(problems(Map.of())).isNotEmpty().allMatch(line -> line.contains("atelier.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "atelier:\n", "atelier:\n  machine-logs:\n", "atelier.data-dir:\n"})
    void a_file_without_settings_is_fine(String yaml) throws IOException {
        file(yaml);
        assertThat(problems(Map.of())).isEmpty();
    }

    @Test
    void a_named_file_that_is_missing_is_a_problem_and_one_in_the_data_directory_is_found() throws IOException {
        assertThat(problems(Map.of("ATELIER_CONFIG", "no.yaml"))).anyMatch(line -> line.contains("there is no file"));
        Path data = Files.createDirectory(directory.resolve("data"));
        Files.writeString(data.resolve("atelier.yaml"), "atelier.time-zone: UTC");
        assertThat(read(Map.of("ATELIER_DATA_DIR", data.toString())).timeZone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void half_a_database_is_no_wish_for_the_embedded_one() {
        assertThat(problems(Map.of("ATELIER_DATABASE_PASSWORD", "x")))
                .anyMatch(line -> line.contains("set ATELIER_DATABASE_URL as well"));
        assertThat(problems(Map.of("POSTGRES_PASSWORD", "x"))).isEmpty();
        assertThat(read(Map.of("POSTGRES_PASSWORD", "x"))
                        .get(DatabaseChoice.class)
                        .configured())
                .isEmpty();
    }

    @Test
    void a_wrong_secret_setting_shows_no_text() throws IOException {
        file("atelier.database.password: [geheim]");
        assertThat(problems(Map.of())).isNotEmpty().noneMatch(line -> line.contains("geheim"));
    }
}
