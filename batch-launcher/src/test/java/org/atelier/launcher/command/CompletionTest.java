package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells are told at the tab key; a database that does not answer is no reason to say anything. */
class CompletionTest {

    private static final CommandLineUse NO_RUNS = new CommandLineUse(0, "last\nlast-failed\n", "");

    @TempDir
    Path directory;

    private CommandLineUse complete(Map<String, String> environment, String... words) {
        String[] arguments = new String[words.length + 2];
        arguments[0] = "__complete";
        arguments[1] = "--";
        System.arraycopy(words, 0, arguments, 2, words.length);
        return CommandLineUse.of(directory, environment, arguments);
    }

    @Test
    void a_word_a_line_with_what_it_is() {
        assertThat(complete(Map.of(), "run", "o").out()).matches("orders\t[^\t\n]+\n");
        assertThat(complete(Map.of(), "ru").out()).isEqualTo("run\tRun a job.\n");
    }

    @Test
    void runs_of_the_database_the_newest_first() throws Exception {
        try (ErpUse workshop = new ErpUse(directory).order("A1")) {
            assertThat(workshop.use("run", "orders").code()).isZero();
            assertThat(workshop.use("run", "orders").code()).isZero();
            CommandLineUse use = workshop.use("__complete", "--", "show", "");
            // A machine that has much else to do may need more than the second.
            for (int i = 0; i < 60 && use.equals(NO_RUNS); i++) {
                use = workshop.use("__complete", "--", "show", "");
            }
            assertThat(use.out()).matches("last\nlast-failed\n2\torders COMPLETED .*\n1\torders COMPLETED .*\n");
        }
    }

    @Test
    void nothing_is_set_up_in_an_empty_database_and_none_is_started() throws Exception {
        try (ErpUse workshop = new ErpUse(directory).withoutSchema()) {
            assertThat(workshop.use("__complete", "--", "show", "")).isEqualTo(NO_RUNS);
            assertThat(workshop.one("select to_regclass('batch_job_execution') is null"))
                    .isEqualTo("t");
        }
        assertThat(complete(Map.of("ATELIER_DATA_DIR", directory.toString()), "show", ""))
                .isEqualTo(NO_RUNS);
        assertThat(directory.resolve("postgres")).doesNotExist();
    }

    @Test
    void a_server_that_takes_the_connection_and_never_answers_is_not_waited_for() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + mute.getLocalPort() + "/x";
            assertThat(complete(Map.of("ATELIER_DATABASE_URL", url), "show", ""))
                    .isEqualTo(NO_RUNS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://127.0.0.1:1/x", "no URL"})
    void no_server_and_a_wrong_configuration_are_silent(String url) {
        assertThat(complete(Map.of("ATELIER_DATABASE_URL", url), "show", "")).isEqualTo(NO_RUNS);
    }

    @Test
    void a_configuration_that_was_typed_counts() {
        assertThat(complete(Map.of(), "--config", "not-there.yaml", "show", "")).isEqualTo(NO_RUNS);
    }

    @Test
    void another_shell_is_refused() {
        CommandLineUse use = CommandLineUse.of(directory, Map.of(), "completion", "tcsh");
        assertThat(use.code()).isEqualTo(2);
    }
}
