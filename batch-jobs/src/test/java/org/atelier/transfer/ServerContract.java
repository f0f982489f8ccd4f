package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.atelier.settings.Secret;
import org.junit.jupiter.api.Test;

/** What every kind of source with a server does besides. */
abstract class ServerContract extends RemoteDirectoryContract {
    static final String USER = "machine";
    static final String PASSWORD = "s3cr3t-Pass#1";

    @Test
    void a_wrong_password_is_refused_and_not_told() throws Exception {
        RemoteSource wrong = serve(served).withPassword(new Secret("wr0ng-Pass"));
        assertThatThrownBy(() -> RemoteDirectories.connect(wrong))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining(USER)
                .satisfies(
                        e -> assertThat(trace(e)).doesNotContain("wr0ng-Pass").doesNotContain(PASSWORD));
    }

    @Test
    void a_port_where_nobody_listens_is_unreachable() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        RemoteSource gone = at(port, Duration.ofSeconds(5));
        assertThatThrownBy(() -> RemoteDirectories.connect(gone))
                .isExactlyInstanceOf(UnreachableException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining(String.valueOf(port));
    }

    @Test
    void a_server_that_says_nothing_is_unreachable_after_the_time_out() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            RemoteSource source = at(silent.getLocalPort(), Duration.ofMillis(300));
            assertThatThrownBy(() -> RemoteDirectories.connect(source))
                    .isExactlyInstanceOf(UnreachableException.class)
                    .hasMessageContaining("127.0.0.1");
        }
    }

    private RemoteSource at(int port, Duration patience) throws Exception {
        RemoteSource real = serve(served);
        var url = RemoteSource.parse(real.scheme() + "://" + USER + "@127.0.0.1:" + port + "/logs");
        var settings = new TransferSettings(patience, patience, patience, patience, true, UTF_8, true);
        return new RemoteSource(
                url.location(),
                USER,
                new Secret(PASSWORD),
                null,
                real.knownHosts(),
                real.trustedCertificates(),
                settings);
    }

    @Test
    void the_label_names_the_server_without_user_or_password() throws IOException {
        assertThat(directory().label())
                .matches("(ftp|ftps|sftp)://127\\.0\\.0\\.1:\\d+/logs")
                .doesNotContain(USER);
    }

    private static String trace(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    static String url(String scheme, int port) {
        return scheme + "://" + USER + ":" + PASSWORD + "@127.0.0.1:" + port + "/logs";
    }
}
