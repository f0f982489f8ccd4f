package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.atelier.fixtures.ftp.FtpTestServer;
import org.atelier.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FtpSessionTest {
    private final FtpServers servers = new FtpServers("machine", "pass");
    private Path served;

    @BeforeEach
    void fill(@TempDir Path temporary) throws Exception {
        served = temporary;
        Files.write(served.resolve("big.LOG"), new byte[3_000_000]);
        Files.setLastModifiedTime(served.resolve("big.LOG"), FileTime.from(Instant.parse("2025-05-27T23:59:59.500Z")));
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    private static RemoteSource at(int port) {
        return RemoteSource.parse("ftp://machine:pass@127.0.0.1:" + port);
    }

    private static RemoteSource with(RemoteSource source, Duration keepAlive, boolean passive) {
        Duration patience = Duration.ofSeconds(20);
        return source.withTransfer(new TransferSettings(patience, patience, patience, keepAlive, passive, UTF_8, true));
    }

    @Test
    void a_session_the_server_ended_is_told_and_the_next_call_connects_anew() throws Exception {
        try (var directory = RemoteDirectories.connect(at(servers.plain(served)))) {
            assertThat(directory.list("")).hasSize(1);
            servers.cutAll();
            assertThatThrownBy(() -> directory.list("")).isInstanceOf(UnreachableException.class);
            assertThat(directory.list("")).hasSize(1);
        }
    }

    @Test
    void noops_during_a_download_do_not_put_the_answers_out_of_step() throws Exception {
        RemoteSource busy = with(at(servers.plain(served)), Duration.ofMillis(1), true);
        try (var directory = RemoteDirectories.connect(busy)) {
            for (int i = 0; i < 2; i++) {
                try (InputStream in = directory.open("big.LOG", 0)) {
                    assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(3_000_000);
                }
                directory.open("big.LOG", 0).close();
                assertThat(directory.facts("big.LOG").size()).isEqualTo(3_000_000);
                assertThat(directory.list("")).hasSize(1);
            }
        }
    }

    @Test
    void the_server_opens_the_data_connections_in_active_mode() throws Exception {
        RemoteSource active = with(at(servers.plain(served)), Duration.ofSeconds(30), false);
        try (var directory = RemoteDirectories.connect(active)) {
            assertThat(directory.list("")).hasSize(1);
            try (InputStream in = directory.open("big.LOG", 2_999_990)) {
                assertThat(in.readAllBytes()).hasSize(10);
            }
        }
    }

    @Test
    void facts_come_from_mlst_where_size_or_mdtm_are_not_known() throws Exception {
        var expected = new RemoteFacts(3_000_000, Instant.parse("2025-05-27T23:59:59Z"));
        for (String command : new String[] {"SIZE", "MDTM"}) {
            try (var directory = RemoteDirectories.connect(at(servers.without(served, command)))) {
                assertThat(directory.facts("big.LOG")).isEqualTo(expected);
                assertThatThrownBy(() -> directory.facts("no.LOG")).isInstanceOf(MissingFileException.class);
            }
        }
    }

    @Test
    void a_download_the_server_cut_goes_on_where_it_ended_over_a_new_connection(@TempDir Path landing)
            throws Exception {
        try (FtpTestServer server = FtpTestServer.serving(served).start()) {
            var source = RemoteSource.parse(server.url()).withPassword(new Secret(server.password()));
            var area = new LandingArea(landing);
            try (var directory = RemoteDirectories.connect(source)) {
                server.cutNextDownloadAfter(1_000_000);
                assertThatThrownBy(() -> area.land(directory, "big.LOG", Clock.systemUTC()))
                        .isInstanceOf(IOException.class);
                LandedFile landed = area.land(directory, "big.LOG", Clock.systemUTC());
                assertThat(area.size(landed.sha256())).isEqualTo(3_000_000);
            }
            assertThat(server.commands()).anyMatch(command -> command.matches("REST [1-9]\\d*"));
        }
    }

    @Test
    void a_directory_that_is_not_closed_properly_by_its_reader_still_answers() throws Exception {
        try (var directory = RemoteDirectories.connect(at(servers.plain(served)))) {
            InputStream forgotten = directory.open("big.LOG", 0);
            assertThat(forgotten.read()).isZero();
            assertThat(directory.list("")).hasSize(1);
            assertThatThrownBy(forgotten::read).hasMessage("the stream is closed");
        }
    }
}
