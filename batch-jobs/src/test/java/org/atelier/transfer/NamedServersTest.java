package org.atelier.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose names a network has and a URI has not. */
class NamedServersTest {

    private static final String USER = "machine";
    private static final String PASSWORD = "s3cr3t-Pass#1";

    @TempDir
    Path directory;

    private final FtpServers servers = new FtpServers(USER, PASSWORD);
    private Path served = Path.of("");

    @BeforeEach
    void serve() throws IOException {
        served = Files.createDirectories(directory.resolve("served"));
        Files.writeString(Files.createDirectory(served.resolve("logs")).resolve("a.LOG"), "x");
        Files.writeString(
                directory.resolve("hosts"),
                "127.0.0.1 ftp_server\n127.0.0.1 my_nas\n127.0.0.1 nas.1\n127.0.0.1 srv~1\n");
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void ftp_and_sftp_servers_are_reached_by_names_that_java_net_uri_refuses() throws Exception {
        int port = servers.plain(served);
        try (SftpTestServer sftp =
                SftpTestServer.serving(served).withUser(USER, PASSWORD).start()) {
            Path keys = sftp.writeKnownHosts(directory.resolve("known_hosts"));
            Files.writeString(keys, Files.readString(keys).replace("127.0.0.1", "my_nas"));
            assertThat(list(
                            keys,
                            new ServerCertificate(directory, "dns:other.example").pem(),
                            List.of(
                                    url("ftp", "ftp_server", port),
                                    url("ftp", "NAS.1", port),
                                    url("ftp", "srv~1", port),
                                    url("sftp", "my_nas", sftp.port()))))
                    .containsExactly(
                            "ftp ftp_server: [a.LOG]",
                            "ftp nas.1: [a.LOG]",
                            "ftp srv~1: [a.LOG]",
                            "sftp my_nas: [a.LOG]");
        }
    }

    /** Java's own check of names knows no underscore; without one, any certificate that is trusted would do. */
    @Test
    void an_ftps_server_with_such_a_name_is_trusted_when_its_certificate_has_that_name_only() throws Exception {
        ServerCertificate certificate = new ServerCertificate(directory, "dns:nas.1", named("ftp_server"));
        int port = secure(certificate);
        List<String> lines = list(
                directory.resolve("none"),
                certificate.pem(),
                List.of(url("ftps", "FTP_Server", port), url("ftps", "my_nas", port), url("ftps", "nas.1", port)));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("ftps ftp_server: [a.LOG]");
        assertThat(lines.get(1)).startsWith("ftps my_nas: ").contains("cannot be trusted", "host name");
        assertThat(lines.get(2)).startsWith("ftps nas.1: ").contains("cannot be trusted");
    }

    /** The extension of a certificate that names a host, in bytes: keytool refuses the name. */
    private static String named(String host) {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        StringBuilder hex = new StringBuilder(
                String.format(java.util.Locale.ROOT, "2.5.29.17=30%02x82%02x", name.length + 2, name.length));
        for (byte letter : name) {
            hex.append(String.format(java.util.Locale.ROOT, "%02x", letter));
        }
        return hex.toString();
    }

    private int secure(ServerCertificate certificate) throws Exception {
        ListenerFactory listeners = new ListenerFactory();
        listeners.setSslConfiguration(certificate.speaking("TLSv1.3", "TLSv1.2"));
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setSslConfiguration(listeners.getSslConfiguration());
        listeners.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return servers.start(served, listeners);
    }

    private static String url(String scheme, String host, int port) {
        return scheme + "://" + USER + ":" + PASSWORD + "@" + host + ":" + port
                + (scheme.equals("sftp") ? "/~/logs" : "/logs");
    }

    private List<String> list(Path knownHosts, Path certificates, List<String> urls) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + directory.resolve("hosts"),
                "-cp",
                System.getProperty("java.class.path"),
                ListNamedServers.class.getName(),
                knownHosts.toString(),
                certificates.toString()));
        command.addAll(urls);
        Process process = new ProcessBuilder(command)
                .redirectError(directory.resolve("stderr").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(directory.resolve("stderr")))
                .isZero();
        return out.lines().filter(line -> line.matches("s?ftps? .*")).toList();
    }
}
