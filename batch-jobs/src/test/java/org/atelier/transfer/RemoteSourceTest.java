package org.atelier.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.atelier.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteSourceTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // url, label, user, password, host, port, root
                "ftp://host,                         ftp://host:21,              anonymous, -,        host,   21, ''",
                "ftp://host/,                        ftp://host:21/,             anonymous, -,        host,   21, ''",
                "ftp://host/logs,                    ftp://host:21/logs,         anonymous, -,        host,   21, logs",
                "ftp://host/logs/,                   ftp://host:21/logs,         anonymous, -,        host,   21, logs",
                "FTP://Host:2121/a/b,                ftp://host:2121/a/b,        anonymous, -,        host,   2121, a/b",
                "ftp://host/%2Fsrv/logs,             ftp://host:21//srv/logs,    anonymous, -,        host,   21, /srv/logs",
                "ftp://host//srv/logs,               ftp://host:21//srv/logs,    anonymous, -,        host,   21, /srv/logs",
                "ftp://host/%2F,                     ftp://host:21//,            anonymous, -,        host,   21, /",
                "ftp://cu@host/logs,                 ftp://host:21/logs,         cu,        -,        host,   21, logs",
                "ftps://cu:pw@host/logs,             ftps://host:21/logs,        cu,        pw,       host,   21, logs",
                "ftps://cu:@host/logs,               ftps://host:21/logs,        cu,        '',       host,   21, logs",
                "ftp://cu:p%40ss%2Fw%3A@host/logs,   ftp://host:21/logs,         cu,        'p@ss/w:', host,  21, logs",
                "ftp://cu:p@s:s#?@host/logs,         ftp://host:21/logs,         cu,        'p@s:s#?', host,  21, logs",
                "ftp://d%C3%A9p%C3%B4t:%C3%A9@host/, ftp://host:21/,             dépôt,     é,        host,   21, ''",
                "ftp://host/DEM 12 (PVC),            ftp://host:21/DEM%2012%20(PVC), anonymous, -,    host,   21, DEM 12 (PVC)",
                "ftp://host/%C3%A9t%C3%A9,           ftp://host:21/été,          anonymous, -,        host,   21, été",
                "ftp://host/100%25,                  ftp://host:21/100%25,       anonymous, -,        host,   21, 100%",
                "ftp://[::1]:2121/logs,              'ftp://[::1]:2121/logs',    anonymous, -,        ::1,    2121, logs",
                "ftp://cu@ftp_server/logs,           ftp://ftp_server:21/logs,   cu,        -,        ftp_server, 21, logs",
                "ftps://cu:pw@SRV_ATELIER/logs,      ftps://srv_atelier:21/logs, cu,        pw,       srv_atelier, 21, logs",
                "sftp://cu@my_nas:2222/logs,         sftp://my_nas:2222/logs,    cu,        -,        my_nas, 2222, /logs",
                "ftp://cu@nas.1/logs,                ftp://nas.1:21/logs,        cu,        -,        nas.1,  21, logs",
                "ftp://cu@10.0.0.1a/logs,            ftp://10.0.0.1a:21/logs,    cu,        -,        10.0.0.1a, 21, logs",
                "sftp://cu@srv~1/logs,               sftp://srv~1:22/logs,       cu,        -,        srv~1,  22, /logs",
                "ftp://cu@_/logs,                    ftp://_:21/logs,            cu,        -,        _,      21, logs",
                "ftp://[FE80::1%Eth0]/logs,          'ftp://[fe80::1%Eth0]:21/logs', anonymous, -,    fe80::1%Eth0, 21, logs",
                "sftp://cu@[fe80::1%25eth0]:22/logs, 'sftp://[fe80::1%eth0]:22/logs', cu, -,          fe80::1%eth0, 22, /logs",
                "ftp://bücher.example/,              ftp://xn--bcher-kva.example:21/, anonymous, -,   xn--bcher-kva.example, 21, ''",
                "sftp://cu@host,                     sftp://host:22,             cu,        -,        host,   22, ''",
                "sftp://cu@host/,                    sftp://host:22/,            cu,        -,        host,   22, /",
                "sftp://cu@host/srv/logs,            sftp://host:22/srv/logs,    cu,        -,        host,   22, /srv/logs",
                "sftp://cu@host/~/logs,              sftp://host:22/~/logs,      cu,        -,        host,   22, logs",
                "sftp://cu@host/~,                   sftp://host:22/~,           cu,        -,        host,   22, ''",
                "file:///srv/logs,                   file:///srv/logs,           '',        -,        '',     -1, /srv/logs",
                "file:///srv/logs/,                  file:///srv/logs,           '',        -,        '',     -1, /srv/logs",
                "file://localhost/srv/my%20logs,     file:///srv/my%20logs,      '',        -,        '',     -1, /srv/my logs",
                "/srv/my logs,                       file:///srv/my%20logs,      '',        -,        '',     -1, /srv/my logs",
            })
    void a_url_says_where_and_who(
            String url, String label, String user, String password, String host, int port, String root) {
        RemoteSource source = RemoteSource.parse(url);
        assertThat(source.label()).isEqualTo(label);
        assertThat(source.username()).isEqualTo(user);
        Secret secret = source.password();
        assertThat(secret == null ? null : secret.reveal()).isEqualTo(password);
        assertThat(source.host()).isEqualTo(host);
        assertThat(source.port()).isEqualTo(port);
        assertThat(source.root()).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host/logs",
                "http://cu:s3cr3t@host/",
                "ftp:/host",
                "ftp://",
                "ftp://cu:s3cr3t@/logs",
                "ftp://cu:s3cr3t@host:0/",
                "ftp://cu:s3cr3t@host:65536/",
                "ftp://cu:s3cr3t@host:abc/",
                "ftp://cu:s3cr3t@ho st/",
                "ftp://cu:s3cr3t/x@host/logs",
                "ftp://cu:21/s3cr3t@host/logs",
                "ftp://cu:s3cr3t%zz@host/",
                "ftp://cu:s3cr3t%@host/",
                "ftp://cu:s3cr3t%FF@host/",
                "ftp://cu%0D%0ADELE:s3cr3t@host/",
                "ftp://cu:s3cr3t%0D%0ADELE x@host/",
                "ftp://cu:s3cr3t%0A@host/",
                "ftp://cu:s3cr3t%00@host/",
                "ftp://cu:s3cr3t%09@host/",
                "ftp://cu:%EF%BB%BFs3cr3t@host/",
                "ftp://%EF%BB%BFcu:s3cr3t@host/",
                "ftp://cu:s3cr3t@::1/",
                "ftp://cu:s3cr3t@[::::]/",
                "ftp://cu:s3cr3t@[1.2.3.4]/",
                "ftp://cu:s3cr3t@[host]/",
                "ftp://cu:s3cr3t@[fe80::1%]/",
                "ftp://cu:s3cr3t@[fe80::1%a b]/",
                "ftp://cu:s3cr3t@ho$t/",
                "ftp://cu:s3cr3t@host/../etc",
                "ftp://cu:s3cr3t@host/a/%2E%2E/b",
                "ftp://cu:s3cr3t@host/a//b",
                "ftp://cu:s3cr3t@host/a%0D%0ADELE b",
                "ftp://cu:s3cr3t@host/a%00",
                "ftp://cu:s3cr3t@host/a?b",
                "ftp://cu:s3cr3t@host/a#b",
                "file://host/srv",
                "/srv/../etc"
            })
    void a_url_that_cannot_be_read_is_refused_with_a_message_that_shows_no_secret(String url) {
        assertThatThrownBy(() -> RemoteSource.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("s3cr3t"));
    }

    @Test
    void no_text_of_a_source_shows_its_password() {
        RemoteSource source = RemoteSource.parse("ftp://cu:s3cr3t@host/logs");
        assertThat(source.toString()).doesNotContain("s3cr3t").contains("******");
        assertThat(source.label()).doesNotContain("cu").doesNotContain("s3cr3t");
        assertThat(source.location().toString()).doesNotContain("s3cr3t");
    }

    @Test
    void a_location_with_a_user_is_refused() {
        assertThatThrownBy(() -> new SourceLocation("ftp", "cu:pw@host", 21, "/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\nDELE x", "s3cr3t\r", "\uFEFFs3cr3t", "s3cr3t\0", "s3cr3t\t", "s3cr3t\u0085"})
    void a_user_or_password_that_would_end_a_command_is_refused_and_not_shown(String text) {
        RemoteSource source = RemoteSource.parse("ftp://host/logs");
        assertThatThrownBy(() -> source.withPassword(new Secret(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the password has a")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> source.withUsername(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the user name has a")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void an_unknown_kind_is_told_with_the_known_ones() {
        assertThatThrownBy(() -> RemoteSource.parse("http://host/"))
                .hasMessageContaining("http")
                .hasMessageContaining("sftp");
    }
}
