package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.fixtures.http.HttpTestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing the program says, keeps or sends shows a secret of a URL. */
class SecretsInUrlsTest {

    private static final String SECRET = "s3cretPW";
    private static final List<String> COMMANDS = List.of(
            "check",
            "check config",
            "check database",
            "check freshness",
            "db status",
            "db update",
            "db sql",
            "history --all",
            "status",
            "run machine-logs",
            "run machine-logs --dry-run",
            "run machine-logs --log-format json",
            "run orders",
            "preview machine-logs",
            "show last",
            "logs last",
            "restart last",
            "stop last",
            "recover --all",
            "abandon last",
            "files list",
            "rejects list",
            "sessions export",
            "notify list",
            "purge --dry-run",
            "gdpr export --order 1");

    @TempDir
    Path directory;

    private LogsUse plant;
    private HttpTestServer webhook;

    @BeforeEach
    void open() throws Exception {
        webhook = HttpTestServer.start();
        Files.createDirectories(directory.resolve("metrics"));
        plant = new LogsUse(directory)
                .set("ATELIER_DATABASE_PATIENCE", "0s")
                .set("ATELIER_SOURCES_PATIENCE", "0s")
                .set("ATELIER_NOTIFY_WEBHOOK_URL", webhook.url() + "/hook")
                .set(
                        "ATELIER_METRICS_TEXTFILE_DIRECTORY",
                        directory.resolve("metrics").toString())
                .set(
                        "ATELIER_ORDERS_SOURCE",
                        "jdbc:mysql://127.0.0.1:1/erp?trustCertificateKeyStorePassword=" + SECRET
                                + "&clientCertificateKeyStorePassword=" + SECRET);
        plant.log("DEM12 (PVC)/20250505.LOG", "2025-05-06T10:00:00Z", "20250505 08:00:00|@MachineStart: x");
    }

    @AfterEach
    void close() {
        plant.close();
        webhook.close();
    }

    private String withSecret(String url) {
        return url + (url.contains("?") ? "&" : "?") + "sslpassword=" + SECRET;
    }

    @Test
    void a_secret_parameter_is_masked_by_every_command_that_works() throws Exception {
        plant.set("ATELIER_DATABASE_URL", withSecret(plant.database.jdbcUrl()));
        plant.set("ATELIER_DATABASE_LOCK_URL", withSecret(plant.database.jdbcUrl()));
        String said = everything();
        assertThat(said).doesNotContain(SECRET).contains("sslpassword=******");
        assertThat(plant.rows("select status from batch_job_execution")).contains("COMPLETED", "FAILED");
        assertThat(kept()).doesNotContain(SECRET);
        assertThat(plant.rows("select r::text from v_run r").toString()).doesNotContain(SECRET);
        assertThat(plant.rows("select n::text from atelier_notification n").toString())
                .isNotEqualTo("[]")
                .doesNotContain(SECRET);
    }

    @Test
    void a_secret_parameter_is_masked_where_the_server_cannot_be_reached() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        plant.set("ATELIER_DATABASE_URL", withSecret("jdbc:postgresql://127.0.0.1:" + port + "/none"));
        assertThat(everything()).doesNotContain(SECRET).contains("cannot use the database", "sslpassword=******");
        assertThat(kept()).doesNotContain(SECRET);
    }

    /** pgjdbc quotes what it cannot load, and the pool quotes the URL it was given. */
    @Test
    void a_secret_parameter_is_masked_where_the_driver_fails() throws Exception {
        plant.set("ATELIER_DATABASE_URL", withSecret(plant.database.jdbcUrl()) + "&socketFactory=none.Such");
        assertThat(everything()).doesNotContain(SECRET);
        plant.set("ATELIER_DATABASE_URL", withSecret(plant.database.jdbcUrl()) + "&prepareThreshold=many");
        assertThat(everything()).doesNotContain(SECRET);
        assertThat(kept()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://atelier:" + SECRET + "@host/db",
                "postgres://atelier:" + SECRET + "@host/db",
                "jdbc:postgresql://host:" + SECRET + "/db"
            })
    void a_login_in_front_of_the_host_is_exit_code_3_of_every_command_and_never_repeated(String url) throws Exception {
        plant.set("ATELIER_DATABASE_URL", url);
        for (String command : COMMANDS) {
            CommandLineUse use = plant.use(3, (command + " -v").split(" "));
            assertThat(use.out() + use.err()).as(command).contains("the URL ").doesNotContain(SECRET);
        }
    }

    /** What all commands print, as a table and as JSON, with stack traces. */
    private String everything() {
        StringBuilder said = new StringBuilder();
        for (String command : COMMANDS) {
            for (String format : List.of(" -v", " -v -o json")) {
                CommandLineUse use = plant.use((command + format).split(" "));
                said.append(use.out()).append(use.err());
            }
        }
        return said.toString();
    }

    /** What is in the logs and metrics, and what was sent. */
    private String kept() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String place : List.of("data/logs", "metrics")) {
            Path path = directory.resolve(place);
            if (Files.isDirectory(path)) {
                try (Stream<Path> found = Files.walk(path)) {
                    found.filter(Files::isRegularFile).forEach(files::add);
                }
            }
        }
        StringBuilder kept = new StringBuilder();
        for (Path file : files) {
            kept.append(Files.readString(file, StandardCharsets.UTF_8));
        }
        webhook.received().forEach(sent -> kept.append(sent.body()));
        return kept.toString();
    }
}
