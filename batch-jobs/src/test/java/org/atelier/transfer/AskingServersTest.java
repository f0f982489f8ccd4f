package org.atelier.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.atelier.fixtures.sftp.Prompt.hidden;
import static org.atelier.fixtures.sftp.Prompt.shown;

import java.nio.file.Path;
import java.util.List;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.atelier.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that ask (keyboard-interactive) instead of taking a password as such. */
class AskingServersTest {
    private static final String PASSWORD = "s3cr3t-Pass#1";

    @TempDir
    Path tree;

    @TempDir
    Path etc;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private SftpTestServer server;

    @BeforeEach
    void prepare() {
        server = SftpTestServer.serving(tree).withUser("machine", PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RemoteSource started() {
        server.start();
        return RemoteSource.parse(server.url())
                .withKnownHosts(server.writeKnownHosts(etc.resolve("known_hosts")))
                .withPassword(new Secret(PASSWORD));
    }

    private static void connect(RemoteSource source) throws Exception {
        RemoteDirectories.connect(source).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Password: ", "Password", "Mot de passe : ", "Kennwort für machine", "パスワード:", "Пароль: ", "PIN"
            })
    void a_hidden_prompt_in_any_language_gets_the_password(String prompt) {
        server.asking(hidden(prompt));
        RemoteSource source = started();
        assertThatCode(() -> connect(source)).doesNotThrowAnyException();
        assertThat(server.answers()).containsExactly(List.of(PASSWORD));
    }

    @Test
    void a_prompt_whose_answer_shows_never_gets_the_password() {
        server.asking(shown("Password: "), hidden("Mot de passe : "));
        RemoteSource source = started();
        assertThatCode(() -> connect(source)).doesNotThrowAnyException();
        assertThat(server.answers()).containsExactly(List.of("", PASSWORD));
    }

    @Test
    void rounds_without_prompts_and_several_rounds_are_gone_through() {
        server.asking()
                .asking(shown("Login: "))
                .asking(hidden("Kennwort: "))
                .asking()
                .asking(hidden("PIN"));
        RemoteSource source = started();
        assertThatCode(() -> connect(source)).doesNotThrowAnyException();
        assertThat(server.answers())
                .containsExactly(List.of(), List.of(""), List.of(PASSWORD), List.of(), List.of(PASSWORD));
    }

    @Test
    void a_wrong_password_is_given_once_and_not_told() {
        server.asking(hidden("Mot de passe : "));
        RemoteSource source = started().withPassword(new Secret("wr0ng-Pass"));
        assertThatThrownBy(() -> connect(source))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining("refuses the user machine")
                .hasMessageNotContaining("wr0ng-Pass");
        assertThat(server.answers()).containsExactly(List.of("wr0ng-Pass"));
    }

    @Test
    void a_question_that_nobody_answers_here_is_told() {
        server.asking(shown("Code\u0007 of your device: "), hidden("Mot de passe : "));
        RemoteSource source = started().withPassword(new Secret("wr0ng-Pass"));
        assertThatThrownBy(() -> connect(source))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining("it also asked \"Code\\u0007 of your device:\"");
    }

    @Test
    void the_passphrase_of_a_key_is_no_answer_to_a_server() {
        server.asking(hidden("Password: "));
        RemoteSource source = started();
        // The key of another user: the server refuses it and then asks.
        Path key = SftpTestServer.serving(tree).writeClientKey(etc.resolve("id"));
        assertThatThrownBy(() -> connect(source.withPrivateKey(key)))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageNotContaining(PASSWORD);
        assertThat(server.answers()).isEmpty();
    }
}
