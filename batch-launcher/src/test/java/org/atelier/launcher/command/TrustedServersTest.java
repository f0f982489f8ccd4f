package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.atelier.fixtures.ftp.FtpTestServer;
import org.atelier.fixtures.ftp.TestCertificate;
import org.atelier.fixtures.postgres.PostgresAddress;
import org.atelier.fixtures.postgres.TlsPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Servers whose certificate nobody vouches for here: a matter of the configuration, told with what to do, and no
 * outage.
 */
class TrustedServersTest {

    private static final TestCertificate OURS = TestCertificate.of("dns:localhost,ip:127.0.0.1");
    private static final TestCertificate ELSEWHERE = TestCertificate.of("dns:postgres.elsewhere.example");

    private static TlsPostgres postgres;
    private static TlsPostgres elsewhere;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        postgres = TlsPostgres.showing(OURS);
        elsewhere = TlsPostgres.showing(ELSEWHERE);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        elsewhere.close();
    }

    private CommandLineUse use(TlsPostgres server, String parameters, String... arguments) {
        PostgresAddress address = server.address();
        return CommandLineUse.of(
                directory,
                Map.of(
                        "ATELIER_DATABASE_URL", address.jdbcUrl() + "?" + parameters,
                        "ATELIER_DATABASE_USERNAME", address.user(),
                        "ATELIER_DATABASE_PASSWORD", address.password(),
                        "ATELIER_DATA_DIR", directory.toString(),
                        "ATELIER_MACHINE_LOGS_SOURCE", directory.toUri().toString()),
                arguments);
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text, StandardCharsets.US_ASCII)
                .toString();
    }

    private static void assertRefused(CommandLineUse check, CommandLineUse run, String... words) {
        assertThat(check.ended(3).out()).contains("problem").contains(words);
        assertThat(run.ended(3).err())
                .contains("cannot use the database", "atelier check database")
                .contains(words);
    }

    @Test
    void a_server_whose_authority_is_named_is_trusted() throws Exception {
        String verified = "sslmode=verify-full&sslrootcert=" + file("ca.crt", OURS.pem());
        use(postgres, verified, "check", "database").ended(0);
        use(postgres, verified, "run", "machine-logs").ended(0);
    }

    @Test
    void a_file_of_the_authority_that_is_missing_or_holds_none_is_told() throws Exception {
        for (String file :
                new String[] {directory.resolve("missing.crt").toString(), file("empty.crt", "no certificate")}) {
            String verified = "sslmode=verify-full&sslrootcert=" + file;
            assertRefused(
                    use(postgres, verified, "check", "database"),
                    use(postgres, verified, "run", "machine-logs"),
                    file,
                    "sslrootcert=/path/to/ca.crt");
        }
    }

    @Test
    void a_certificate_of_another_authority_is_told() throws Exception {
        String verified = "sslmode=verify-full&sslrootcert=" + file("ca.crt", ELSEWHERE.pem());
        assertRefused(
                use(postgres, verified, "check", "database"),
                use(postgres, verified, "history"),
                "signed by nobody who is trusted here",
                "sslrootcert=/path/to/ca.crt");
    }

    @Test
    void a_certificate_of_another_host_is_told() throws Exception {
        String verified = "sslmode=verify-full&sslrootcert=" + file("ca.crt", ELSEWHERE.pem());
        assertRefused(
                use(elsewhere, verified, "check", "database"),
                use(elsewhere, verified, "history"),
                "by a host name of its certificate");
    }

    @Test
    void a_lock_of_runs_whose_server_is_not_trusted_is_told() throws Exception {
        PostgresAddress address = postgres.address();
        Map<String, String> environment = new HashMap<>(Map.of(
                "ATELIER_DATABASE_URL", address.jdbcUrl(),
                "ATELIER_DATABASE_USERNAME", address.user(),
                "ATELIER_DATABASE_PASSWORD", address.password(),
                "ATELIER_DATA_DIR", directory.toString(),
                "ATELIER_MACHINE_LOGS_SOURCE", directory.toUri().toString()));
        environment.put(
                "ATELIER_DATABASE_LOCK_URL",
                address.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + file("ca.crt", ELSEWHERE.pem()));
        assertThat(CommandLineUse.of(directory, environment, "check", "database")
                        .ended(3)
                        .out())
                .contains("signed by nobody who is trusted here", "lock-url");
        CommandLineUse.of(directory, environment, "run", "machine-logs").ended(3);
    }

    @ParameterizedTest
    @CsvSource({"sslmode=require, 0", "sslmode=verify-full, 3"})
    void encryption_without_a_check_of_the_certificate_needs_none(String parameters, int code) {
        use(postgres, parameters + "&sslrootcert=" + directory.resolve("none"), "check", "database")
                .ended(code);
    }

    @Test
    void a_file_server_that_is_not_trusted_is_told_by_the_check_and_ends_a_run_with_three() throws Exception {
        Files.createDirectories(directory.resolve("served"));
        try (FtpTestServer server =
                FtpTestServer.serving(directory.resolve("served")).withTls().start()) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "ATELIER_DATABASE_URL", postgres.address().jdbcUrl(),
                    "ATELIER_DATABASE_USERNAME", postgres.address().user(),
                    "ATELIER_DATABASE_PASSWORD", postgres.address().password(),
                    "ATELIER_DATA_DIR", directory.toString(),
                    "ATELIER_MACHINE_LOGS_SOURCE", "ftps://atelier@127.0.0.1:" + server.port(),
                    "ATELIER_MACHINE_LOGS_PASSWORD", "machines"));
            assertNotTrusted(environment, "signed by nobody who is trusted here");
            environment.put("ATELIER_MACHINE_LOGS_TRUSTED_CERTIFICATES", file("ca.crt", OURS.pem()));
            assertNotTrusted(environment, "signed by nobody who is trusted here");
            environment.put("ATELIER_MACHINE_LOGS_TRUSTED_CERTIFICATES", file("empty.crt", "none"));
            assertNotTrusted(environment, "cannot be used");
            environment.put(
                    "ATELIER_MACHINE_LOGS_TRUSTED_CERTIFICATES",
                    directory.resolve("missing.crt").toString());
            assertNotTrusted(environment, "cannot be used");
            environment.put("ATELIER_MACHINE_LOGS_TRUSTED_CERTIFICATES", file("server.crt", server.certificatePem()));
            CommandLineUse.of(directory, environment, "check", "sources").ended(0);
        }
    }

    private void assertNotTrusted(Map<String, String> environment, String words) {
        for (String command : new String[] {"check sources", "run machine-logs", "preview machine-logs"}) {
            CommandLineUse use = CommandLineUse.of(directory, environment, command.split(" "))
                    .ended(3);
            assertThat(use.out() + use.err()).contains(words, "atelier.machine-logs.trusted-certificates");
        }
    }
}
