package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.atelier.fixtures.fault.ScriptedFtpServer;
import org.atelier.fixtures.ftp.TestTls;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.settings.Secret;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that allows fewer connections than there are workers: the run goes on with fewer. */
class FewerConnectionsTest {

    private static final String TOO_MANY = "421 There are too many connections from your internet address.";
    private static final int FILES = 30;

    @TempDir
    Path directory;

    private Plant plant;
    private ScriptedFtpServer server;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory).workers(4);
        for (int n = 0; n < FILES; n++) {
            plant.log(
                    String.format(Locale.ROOT, "DEM12 (PVC)/%02d.LOG", n),
                    "2025-05-27T20:00:00Z",
                    "20250527 08:00:00|@StukUitgevoerd: " + n);
        }
        server = ScriptedFtpServer.serving(plant.logs, Instant.parse("2026-01-15T12:00:00Z"));
    }

    @AfterEach
    void close() {
        server.close();
        plant.close();
    }

    private RemoteSource source(String path) {
        return RemoteSource.parse(server.url() + path).withPassword(new Secret("machines"));
    }

    private static void allLoaded(RunReport report) {
        assertThat(report.cause()).isNull();
        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(summaryOf(report).figure("files", "loaded")).isEqualTo(FILES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void the_run_goes_on_with_the_connections_that_the_server_allows(int allowed) throws Exception {
        server.meddling().allowingClients(allowed, TOO_MANY);
        allLoaded(plant.sources(source("")).run());
        // Once a worker, and perhaps while the connection that listed is still there for the server.
        assertThat(server.meddling().refusals()).isLessThanOrEqualTo(8);
    }

    @Test
    void a_worker_that_is_refused_waits_for_the_connection_of_another() throws Exception {
        server.meddling().allowingClients(1, TOO_MANY);
        // The only connection is busy until somebody else has asked for one.
        server.before("RETR", server.meddling()::awaitRefusal);
        allLoaded(plant.sources(source("")).run());
        assertThat(server.meddling().refusals()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "530 Sorry, the maximum number of clients (1) for this user already connected.",
                "530 Login incorrect.",
                "421 Too many users - please try again later."
            })
    void a_login_that_is_refused_while_the_same_one_is_in_use_is_a_matter_of_numbers(String reply) throws Exception {
        server.meddling().allowingLogins(1, reply);
        allLoaded(plant.sources(source("")).run());
    }

    @Test
    void ftps_goes_on_with_fewer_connections_too() throws Exception {
        server.withTls().meddling().allowingClients(1, TOO_MANY);
        Path trusted = Files.writeString(directory.resolve("server.pem"), TestTls.certificatePem());
        allLoaded(plant.sources(RemoteSource.parse(server.url().replace("ftp://", "ftps://"))
                        .withPassword(new Secret("machines"))
                        .withTrustedCertificates(trusted))
                .run());
    }

    @Test
    void sftp_goes_on_with_fewer_connections_too() throws Exception {
        try (SftpTestServer sftp =
                SftpTestServer.serving(plant.logs).allowingSessions(1).start()) {
            allLoaded(plant.sources(RemoteSource.parse(sftp.url())
                            .withPassword(new Secret(sftp.password()))
                            .withKnownHosts(sftp.writeKnownHosts(directory.resolve("known_hosts"))))
                    .run());
        }
    }

    @Test
    void two_sources_on_one_server_share_what_it_allows() throws Exception {
        plant.log("second/SU12 (HYBRIDE)/a.LOG", "2025-05-27T20:00:00Z", "20250527 08:00:00|@StukUitgevoerd")
                .excluding("second");
        server.meddling().allowingClients(1, TOO_MANY);
        RunReport report = plant.sources(source(""), source("second")).run();
        assertThat(report.cause()).isNull();
        assertThat(summaryOf(report).figure("files", "loaded")).isEqualTo(FILES + 1);
    }

    @Test
    void a_server_that_allows_none_is_unreachable_and_its_sentence_is_shown() throws Exception {
        server.meddling().allowingClients(0, TOO_MANY);
        RunReport report = plant.sources(source("")).run();
        assertThat(report.ending()).isEqualTo(RunEnding.UNREACHABLE);
        assertThat(report.cause()).contains(TOO_MANY, "atelier.machine-logs.workers");
    }

    @Test
    void a_wrong_password_is_no_matter_of_numbers() throws Exception {
        server.answering("PASS", "530 Login incorrect.");
        RunReport report = plant.sources(source("")).run();
        assertThat(report.ending()).isNotIn(RunEnding.OK, RunEnding.WITH_ERRORS);
        assertThat(report.cause()).contains("refuses the user", "530 Login incorrect.");
    }
}
