package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownHostsTest {

    @TempDir
    Path etc;

    private static PublicKey key;

    @BeforeAll
    static void generate() throws Exception {
        Ed25519Provider.register();
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    }

    private KnownHosts file(String host, int port, String... lines) throws Exception {
        Path file = Files.writeString(etc.resolve("known_hosts"), String.join("\r\n", lines), UTF_8);
        return KnownHosts.read(file, host, port);
    }

    private boolean knows(String hosts, String host, int port) throws Exception {
        return file(host, port, hosts + " " + PublicKeyEntry.toString(key)).judge(key, null)
                instanceof KnownHosts.Verdict.Known;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "::1 ::1 22",
                "0:0:0:0:0:0:0:1 ::1 22",
                "::1 0:0:0:0:0:0:0:1 22",
                "[::1]:2222 0:0:0:0:0:0:0:1 2222",
                "[0:0:0:0:0:0:0:1]:2222 ::1 2222",
                "[::1]:22 ::1 22",
                "[::1] ::1 22",
                "2001:DB8::A:0:0:1 2001:db8:0:0:a::1 22",
                "::ffff:10.0.0.7 10.0.0.7 22",
                "10.0.0.7 ::ffff:10.0.0.7 22",
                "[10.0.0.7]:2222 10.0.0.7 2222",
                "10.0.0.7 10.0.0.7 2222",
                "Logs.Example.ORG logs.example.org 22",
                "logs.example.org,10.0.0.7 10.0.0.7 22",
                "*.example.org logs.example.org 22",
                "log?.example.org logs.example.org 22",
                "[*.example.org]:2222 logs.example.org 2222",
                "!old.example.org,*.example.org logs.example.org 22",
                "10.0.0.* 10.0.0.7 22",
                "* ::1 2222",
            })
    void a_host_is_found_by_every_spelling_of_its_name_or_address(String hosts, String host, int port)
            throws Exception {
        assertThat(knows(hosts, host, port)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "::1 ::2 22",
                "10.0.0.7 10.0.0.70 22",
                "[10.0.0.7]:2222 10.0.0.7 22",
                "[10.0.0.7]:2222 10.0.0.7 2223",
                "logs.example.org xlogs.example.org 22",
                "logs.example.org logs.example.org.evil.org 22",
                "*.example.org example.org 22",
                "!logs.example.org,*.example.org logs.example.org 22",
                "*.example.org,!logs.example.org logs.example.org 22",
                "logs.example.org logsxexample.org 22",
                "|1|broken logs.example.org 22",
                "|1|a|b|c logs.example.org 22",
            })
    void another_host_is_not_found(String hosts, String host, int port) throws Exception {
        assertThat(knows(hosts, host, port)).isFalse();
    }

    @Test
    void a_hashed_name_that_openssh_wrote_is_found() throws Exception {
        // ssh-keygen -H of OpenSSH 9.2 on lines of these names.
        String typed = PublicKeyEntry.toString(key);
        assertThat(file("logs.example.org", 22, "|1|t9pxYHXLBHO291jglvKf84gxlL0=|NoP87bHYL9gbHROl6e/W/BxJWBc= " + typed)
                        .judge(key, null))
                .isInstanceOf(KnownHosts.Verdict.Known.class);
        assertThat(file(
                                "0:0:0:0:0:0:0:1",
                                2222,
                                "|1|j341wk5pQjOn1L9ZEtyrdZJh3r8=|3hBd4ZaNtjG59UeBbmurMeN/6JA= " + typed)
                        .judge(key, null))
                .isInstanceOf(KnownHosts.Verdict.Known.class);
        assertThat(file(
                                "0:0:0:0:0:0:0:2",
                                2222,
                                "|1|j341wk5pQjOn1L9ZEtyrdZJh3r8=|3hBd4ZaNtjG59UeBbmurMeN/6JA= " + typed)
                        .judge(key, null))
                .isInstanceOf(KnownHosts.Verdict.Unknown.class);
    }

    @Test
    void the_address_that_was_reached_counts_where_the_name_is_not_known() throws Exception {
        KnownHosts known = file("logs.example.org", 2222, "[::1]:2222 " + PublicKeyEntry.toString(key));
        assertThat(known.judge(key, ending(1))).isInstanceOf(KnownHosts.Verdict.Known.class);
        assertThat(known.judge(key, ending(2))).isInstanceOf(KnownHosts.Verdict.Unknown.class);
    }

    /** {@code ::N}. */
    private static InetAddress ending(int number) throws Exception {
        byte[] address = new byte[16];
        address[15] = (byte) number;
        return InetAddress.getByAddress(address);
    }

    @Test
    void an_rsa_key_is_asked_for_with_every_algorithm_it_signs_with() throws Exception {
        List<String> ours = List.of("rsa-sha2-512-cert-v01@openssh.com", "ssh-ed25519", "rsa-sha2-512", "rsa-sha2-256");
        String rsa = PublicKeyEntry.toString(
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic());
        assertThat(file("::1", 22, "::1 " + rsa).preferring(ours, Function.identity()))
                .containsExactly("rsa-sha2-512", "rsa-sha2-256", "rsa-sha2-512-cert-v01@openssh.com", "ssh-ed25519");
        assertThat(file("::1", 22, "@cert-authority * " + rsa).preferring(ours, Function.identity()))
                .isEqualTo(ours);
        assertThat(file("::1", 22).preferring(ours, Function.identity())).isEqualTo(ours);
    }

    @Test
    void what_is_known_of_other_types_is_told() throws Exception {
        KnownHosts known = file("::1", 22, "::1 " + PublicKeyEntry.toString(key));
        PublicKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        assertThat(known.judge(rsa, null)).isEqualTo(new KnownHosts.Verdict.Unknown(Set.of("ssh-ed25519")));
    }
}
