package org.atelier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.atelier.machinelogs.MachineLogSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into commands and fields of protocols has no line break, no byte order mark, no control character. */
class WrittenTextTest {

    private static final Map<String, String> ALL_THERE = Map.of(
            "ATELIER_DATABASE_URL", "jdbc:postgresql://h/d",
            "ATELIER_MACHINE_LOGS_SOURCE", "ftp://h/logs",
            "ATELIER_MACHINE_LOGS_AFTER_LOAD", "archive",
            "ATELIER_MACHINE_LOGS_ARCHIVE_DIRECTORY", "old",
            "ATELIER_ORDERS_SOURCE", "jdbc:mysql://h/d",
            "ATELIER_NOTIFY_WEBHOOK_URL", "https://h/hook",
            "ATELIER_NOTIFY_NTFY_URL", "https://h/topic");

    @TempDir
    Path directory;

    private Settings read(Map<String, String> environment) {
        return SettingsReader.read(null, new Surroundings(environment, directory, directory));
    }

    /** What keeps something from running, whether all or one job. */
    private List<String> problems(Map<String, String> environment) {
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> read(environment));
        return (e == null ? read(environment).lacks().stream().map(Lack::problem) : e.problems().stream())
                .map(Problem::line)
                .toList();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(ALL_THERE);
        environment.put(name, value);
        return environment;
    }

    static Stream<Setting<?>> settings() {
        return Catalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void no_setting_takes_a_text_with_a_control_character_inside(Setting<?> setting) {
        WrittenText text = new WrittenText(setting.type());
        assertThatCode(() -> text.check(new RawValue.Scalar(setting.example()))).doesNotThrowAnyException();
        for (String inside : List.of("\uFEFF", "\0", "\u001B", "\u0007", "\u007F", "\u0085")) {
            assertThatThrownBy(() -> text.check(new RawValue.Scalar("geheim" + inside + "x")))
                    .isInstanceOf(UnusableValueException.class)
                    .hasMessageNotContaining("geheim");
        }
        boolean lines = text.type().takesLines();
        for (String end : List.of("\n", "\r\n", "\r")) {
            var broken = assertThatCode(() -> text.check(new RawValue.Scalar("geheim" + end + "x")));
            if (lines) {
                broken.doesNotThrowAnyException();
            } else {
                broken.isInstanceOf(UnusableValueException.class).hasMessageContaining("a line break inside");
            }
            assertThatThrownBy(() -> text.check(new RawValue.Items(List.of("a", "b" + end + "c"))))
                    .isInstanceOf(UnusableValueException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FTP_USER",
        "FTP_PASS",
        "ATELIER_MACHINE_LOGS_USERNAME",
        "ATELIER_MACHINE_LOGS_PASSWORD",
        "DB_USER",
        "DB_PASS",
        "ATELIER_DATABASE_USERNAME",
        "ATELIER_DATABASE_PASSWORD",
        "MYSQL_USER",
        "MYSQL_PASSWORD",
        "ATELIER_ORDERS_PASSWORD",
        "SECRET_KEY",
        "ATELIER_NOTIFY_WEBHOOK_URL",
        "ATELIER_NOTIFY_WEBHOOK_TOKEN",
        "ATELIER_NOTIFY_NTFY_TOKEN",
        "ATELIER_MACHINE_LOGS_ARCHIVE_DIRECTORY",
        "ATELIER_DATABASE_URL",
        "ATELIER_ORDERS_SOURCE"
    })
    void a_line_break_within_a_login_or_a_path_is_refused_with_a_word_and_not_shown(String name) {
        assertThat(problems(with(name, "geheim\r\nDELE x")))
                .singleElement()
                .asString()
                .startsWith("environment " + name + ": the text has a line break inside")
                .contains("would end a command")
                .doesNotContain("geheim")
                .doesNotContain("DELE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pw\n", "pw\r\n", "pw", "pw\u2028"})
    void one_line_end_at_the_end_of_a_file_is_no_part_of_a_secret(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), content);
        var source = read(with("ATELIER_MACHINE_LOGS_PASSWORD_FILE", file.toString()))
                .get(MachineLogSettings.class)
                .sources()
                .get(0);
        var password = source.password();
        assertThat(password == null ? "" : password.reveal()).isEqualTo("pw");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FTP_PASS_FILE                       | a byte order mark (BOM)",
                "ATELIER_MACHINE_LOGS_PASSWORD_FILE  | a byte order mark (BOM)",
                "ATELIER_DATABASE_PASSWORD_FILE      | a byte order mark (BOM)",
                "ATELIER_MACHINE_LOGS_USERNAME_FILE  | a byte order mark (BOM)",
            })
    void a_file_with_a_byte_order_mark_is_refused_with_a_word(String name, String word) throws IOException {
        Path file = Files.write(directory.resolve("secret"), "\uFEFFgeheim\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(problems(with(name, file.toString())))
                .singleElement()
                .asString()
                .contains("environment " + name + ": ", word)
                .doesNotContain("geheim");
    }

    @Test
    void two_line_ends_at_the_end_of_a_file_are_one_too_many() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), "geheim\n\n");
        assertThat(problems(with("ATELIER_DATABASE_PASSWORD_FILE", file.toString())))
                .singleElement()
                .asString()
                .contains("a line break inside", "one line end at its end does not count");
    }

    @Test
    void a_secret_of_several_lines_in_yaml_is_refused() throws IOException {
        Files.writeString(directory.resolve("atelier.yaml"), "atelier.database.password: |\n  geheim\n  x\n");
        assertThat(problems(Map.of("ATELIER_DATABASE_URL", "jdbc:postgresql://h/d")))
                .singleElement()
                .asString()
                .contains("atelier.yaml:1: the text has a line break inside")
                .doesNotContain("geheim");
    }

    @Test
    void blanks_and_line_ends_around_what_is_no_secret_do_not_count() {
        assertThat(read(Map.of("ATELIER_TIME_ZONE", " UTC\n")).timeZone()).hasToString("UTC");
        assertThat(read(Map.of("ATELIER_MACHINE_LOGS_SOURCE", "ftp://a/\nftp://b/\r\n"))
                        .get(MachineLogSettings.class)
                        .sources())
                .hasSize(2);
    }
}
