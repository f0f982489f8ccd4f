package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FtpsDirectoryTest extends ServerContract {
    private static ServerCertificate certificate;

    private final FtpServers servers = new FtpServers(USER, PASSWORD);

    @BeforeAll
    static void makeCertificate(@TempDir Path directory) throws Exception {
        certificate = new ServerCertificate(directory, "ip:127.0.0.1");
    }

    @Override
    RemoteSource serve(Path directory) throws Exception {
        return serve(certificate, "TLSv1.3", "TLSv1.2");
    }

    private RemoteSource serve(ServerCertificate shown, String... protocols) throws Exception {
        var listeners = new ListenerFactory();
        listeners.setSslConfiguration(shown.speaking(protocols));
        var data = new DataConnectionConfigurationFactory();
        data.setSslConfiguration(listeners.getSslConfiguration());
        listeners.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        int port = servers.start(served, listeners);
        return RemoteSource.parse(url("ftps", port)).withTrustedCertificates(shown.pem());
    }

    @Override
    boolean showsHidden() {
        return false; // Apache FtpServer leaves them out of MLSD.
    }

    @Override
    boolean knowsLinks() {
        return false; // Apache FtpServer shows what they point to; FtpListingTest has the lines of other servers.
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void data_connections_resume_the_session_of_the_control_connection(String protocol) throws Exception {
        write("a.LOG", "content".getBytes(UTF_8));
        RemoteSource source = serve(certificate, protocol);
        FtpSession session = FtpSession.open(source, new FtpErrors(source));
        try {
            long connected = System.currentTimeMillis();
            await().until(() -> System.currentTimeMillis() > connected);
            for (int i = 0; i < 4; i++) {
                try (var socket = dataSocket(session, "a.LOG")) {
                    assertThat(socket.getInputStream().readAllBytes()).hasSize(7);
                    // A session that is resumed is as old as the one it comes from.
                    assertThat(socket.getSession().getCreationTime()).isLessThanOrEqualTo(connected);
                    assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
                }
                assertThat(session.client().completePendingCommand()).isTrue();
            }
        } finally {
            session.close();
        }
    }

    private static SSLSocket dataSocket(FtpSession session, String path) throws Exception {
        return (SSLSocket) Objects.requireNonNull(session.wire().data("RETR", session.absolute(path)));
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused() throws Exception {
        RemoteSource source = serve(served);
        var unpinned =
                new RemoteSource(source.location(), USER, source.password(), null, null, null, source.transfer());
        assertThatThrownBy(() -> RemoteDirectories.connect(unpinned))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("certificate");
    }

    @Test
    void a_certificate_of_another_host_is_refused_unless_names_are_not_verified(@TempDir Path keys) throws Exception {
        RemoteSource source = serve(new ServerCertificate(keys, "dns:other.example"), "TLSv1.3");
        assertThatThrownBy(() -> RemoteDirectories.connect(source))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("host name");
        TransferSettings usual = source.transfer();
        var lenient = new TransferSettings(
                usual.connectTimeout(),
                usual.dataTimeout(),
                usual.controlTimeout(),
                usual.keepAlive(),
                true,
                UTF_8,
                false);
        try (var directory = RemoteDirectories.connect(source.withTransfer(lenient))) {
            assertThat(directory.list("")).isEmpty();
        }
    }

    @Test
    void a_server_without_tls_is_never_spoken_to_in_clear() throws Exception {
        int port = servers.plain(served);
        assertThatThrownBy(() -> RemoteDirectories.connect(RemoteSource.parse(url("ftps", port))))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("TLS");
    }

    @Test
    void a_file_without_certificates_is_told() throws Exception {
        Path empty = Files.createFile(served.resolveSibling("empty.pem"));
        RemoteSource source = serve(served).withTrustedCertificates(empty);
        assertThatThrownBy(() -> RemoteDirectories.connect(source)).hasMessageContaining("holds no certificate");
    }
}
