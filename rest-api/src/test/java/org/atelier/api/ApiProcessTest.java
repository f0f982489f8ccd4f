package org.atelier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atelier.accounts.Role;
import org.atelier.settings.ConfigurationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, as a process of its own. */
class ApiProcessTest {

    private static final Pattern ADDRESS = Pattern.compile("Listens at (http://\\S+)");
    private static final RunningApi SHARED = RunningApi.shared();

    @TempDir
    Path directory;

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path", ""),
                "-Dlogback.configurationFile=none.xml",
                Api.class.getName()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(directory.toFile());
        builder.redirectErrorStream(true).redirectOutput(log().toFile());
        return builder.start();
    }

    private Path log() {
        return directory.resolve("log");
    }

    private String logged() throws IOException {
        return Files.readString(log(), UTF_8);
    }

    private static Map<String, String> database() {
        return Map.of(
                "ATELIER_DATABASE_URL", SHARED.database().jdbcUrl(),
                "ATELIER_DATABASE_USERNAME", SHARED.database().username(),
                "ATELIER_DATABASE_PASSWORD", SHARED.database().password(),
                "ATELIER_API_PORT", "0",
                "SECRET_KEY", RunningApi.KEY);
    }

    private String awaitAddress(Process process) {
        return Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(
                        () -> {
                            Matcher told = ADDRESS.matcher(logged());
                            assertThat(process.isAlive() || told.find())
                                    .as(logged())
                                    .isTrue();
                            return told.reset().find() ? told.group(1) : "";
                        },
                        address -> !address.isEmpty());
    }

    @Test
    void it_says_where_it_listens_ends_when_it_is_told_and_keeps_secrets_out_of_its_log() throws Exception {
        SHARED.account("process-anna", Role.READER);
        Process process = start(database());
        try {
            String address = awaitAddress(process);
            ApiClient client = new ApiClient(address, null);
            Answer login = client.login("process-anna", RunningApi.PASSWORD);
            String token = login.json().get("access_token").asString();
            assertThat(client.withToken(token).get("/users/me").status()).isEqualTo(200);
            assertThat(client.login("process-anna", "a wrong password here").status())
                    .isEqualTo(401);
            assertThat(client.withToken(token + "x").get("/users/me").status()).isEqualTo(401);
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(logged())
                    .contains("Ended", "A login from 127.0.0.1 was refused")
                    .doesNotContain(
                            token.substring(token.lastIndexOf('.')),
                            RunningApi.PASSWORD,
                            "a wrong password",
                            RunningApi.KEY,
                            SHARED.database().password(),
                            "process-anna");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void what_keeps_it_from_starting_is_told_in_a_line_with_the_setting_to_change() throws Exception {
        Process process = start(Map.of("ATELIER_API_PORT", "many"));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(logged()).contains("'many' is no value of atelier.api.port").doesNotContain("\tat ");
    }

    @Test
    void a_key_that_is_too_short_keeps_it_from_starting_and_is_told_plainly() {
        assertThatThrownBy(() -> RunningApi.start(Map.of("SECRET_KEY", "short-key")))
                .isExactlyInstanceOf(ConfigurationException.class)
                .hasMessageContaining("atelier.secret-key has 9 bytes")
                .hasMessageNotContaining("short-key");
    }
}
