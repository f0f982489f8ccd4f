package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SFTPGo's hook, run by a real shell with a program in place of the launcher that says what it was given. */
class UploadHookTest {

    /** Says what it was given, then waits until a file is there: as long as a run may take. */
    private static final String PROGRAM = """
            #!/bin/sh
            printf 'called with %s; action <%s> path <%s> config <%s>\\n' "$*" "$SFTPGO_ACTION" "${SFTPGO_ACTION_PATH:-}" "$ATELIER_CONFIG"
            : >"$(dirname "$0")/begun"
            n=0
            while [ ! -e "$(dirname "$0")/go" ] && [ $n -lt 600 ]; do sleep 0.1; n=$((n + 1)); done
            exit "$(cat "$(dirname "$0")/go")"
            """;

    @TempDir
    Path directory;

    private Path hook;
    private Path log;
    private String said = "";
    private boolean withPath = true;

    @BeforeEach
    void prepare() throws IOException {
        hook = Files.copy(DeployFiles.path("sftpgo/on-upload"), directory.resolve("on upload"));
        log = directory.resolve("logs of ' hooks/uploads.log");
        Path program = executable("program", PROGRAM);
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                directory.resolve("on upload.conf"),
                "atelier='" + program + "'\nATELIER_CONFIG=/etc/a.yaml\nlog=\"" + log + "\"\n");
    }

    private Path executable(String name, String text) throws IOException {
        Path program = Files.writeString(directory.resolve(name), text);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int call(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(hook.toString());
        builder.environment().keySet().removeIf(name -> !withPath || !name.equals("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.exitValue();
    }

    private String told(String until) throws IOException {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(log) && Files.readString(log).contains(until));
        return Files.readString(log);
    }

    /** L40: the hook has returned while what it began is still at work. */
    @Test
    void it_returns_while_the_program_works_on_and_tells_its_end() throws Exception {
        assertThat(call(Map.of("SFTPGO_ACTION", "upload"))).isZero();
        assertThat(said).isEmpty();
        assertThat(told("called")).doesNotContain("done");
        Files.writeString(directory.resolve("go"), "0");
        assertThat(told("done"))
                .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d called with measurements on-upload;"
                        + " action <upload> path <> config </etc/a.yaml>$")
                .containsPattern("(?m)^[-0-9]+ [0-9:]+ on-upload: done$");
    }

    @Test
    void a_failure_is_told_with_its_number() throws Exception {
        Files.writeString(directory.resolve("go"), "1");
        assertThat(call(Map.of("SFTPGO_ACTION", "mkdir"))).isZero();
        assertThat(told("failed")).contains("on-upload: failed with exit code 1");
    }

    /** L36: a name is data. */
    @Test
    void no_name_is_ever_carried_out() throws Exception {
        Files.writeString(directory.resolve("go"), "0");
        String path = "/srv/data/a b/$(touch " + directory.resolve("pwned") + ")/`id`/'\"; exit 9 #\n%s.tsv";
        assertThat(call(Map.of("SFTPGO_ACTION", "upload", "SFTPGO_ACTION_PATH", path)))
                .isZero();
        assertThat(told("done"))
                .contains("path </srv/data/a b/$(touch ", "`id`/'\"; exit 9 #")
                .contains("%s.tsv>");
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    @Test
    void what_is_missing_is_told_and_is_exit_code_1() throws Exception {
        assertThat(call(Map.of())).isEqualTo(1);
        assertThat(told("SFTPGO_ACTION")).contains("on-upload: SFTPGO_ACTION is not set");
        Files.delete(directory.resolve("program"));
        assertThat(call(Map.of("SFTPGO_ACTION", "upload"))).isEqualTo(1);
        assertThat(told("no program")).contains("there is no program " + directory.resolve("program"));
    }

    /** Without a log to tell it in, SFTPGo's own has it. */
    @Test
    void what_keeps_it_from_its_log_is_exit_code_1_too() throws Exception {
        Map<String, String> event = Map.of("SFTPGO_ACTION", "upload");
        Files.createDirectories(log);
        assertThat(call(event)).isEqualTo(1);
        assertThat(said).contains(log.toString());
        Path conf = directory.resolve("on upload.conf");
        Files.writeString(conf, "log=uploads.log\n");
        assertThat(call(event)).isEqualTo(1);
        assertThat(said).contains("log=uploads.log", "no path from the root");
        Files.writeString(conf, "log=$NOT_SET/x\n");
        assertThat(call(event)).isEqualTo(1);
        Files.writeString(conf, "log='x\n");
        assertThat(call(event)).isEqualTo(1);
        assertThat(said).contains(conf.toString());
    }

    @Test
    void debug_traces_what_it_does_in_the_log() throws Exception {
        Files.writeString(directory.resolve("go"), "0");
        Files.writeString(directory.resolve("on upload.conf"), "DEBUG=1\n", StandardOpenOption.APPEND);
        assertThat(call(Map.of("SFTPGO_ACTION", "upload"))).isZero();
        assertThat(told("on-upload: done")).contains("+ ", "measurements on-upload");
    }

    @Test
    void sftpgo_gives_no_path_to_look_for_programs_in() throws Exception {
        Files.writeString(directory.resolve("go"), "0");
        withPath = false;
        assertThat(call(Map.of("SFTPGO_ACTION", "upload"))).isZero();
        assertThat(told("done")).contains("called with measurements on-upload");
    }
}
