package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atelier.launcher.ForkedProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The instructions of the Dockerfile. */
class DockerfileTest {

    private static final List<String> KNOWN = List.of(
            "ARG", "FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "HEALTHCHECK", "ENTRYPOINT", "CMD");
    private static final Pattern STAGE = Pattern.compile("(\\S+) AS (\\S+)");

    private record Instruction(String word, String rest) {}

    private final List<Instruction> all = instructions();

    private static List<Instruction> instructions() {
        String joined =
                DeployFiles.text("Dockerfile").replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R\\s*", " ");
        return joined.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" ", 2))
                .map(parts -> new Instruction(parts[0], parts[1].strip()))
                .toList();
    }

    private Stream<String> of(String word) {
        return all.stream().filter(each -> each.word().equals(word)).map(Instruction::rest);
    }

    @Test
    void only_instructions_are_used_that_a_builder_without_buildkit_knows() {
        assertThat(all).extracting(Instruction::word).isSubsetOf(KNOWN);
        assertThat(DeployFiles.text("Dockerfile"))
                .doesNotContain("--mount", "--chmod", "--link", "<<", "# syntax=", "--platform");
    }

    @Test
    void every_base_is_an_argument_with_a_pinned_default_or_a_stage_before() {
        List<String> known = new ArrayList<>();
        of("FROM").forEach(from -> {
            var stage = STAGE.matcher(from);
            assertThat(stage.matches()).as(from).isTrue();
            if (!known.contains(stage.group(1))) {
                String argument = stage.group(1).replaceAll("[${}]", "");
                assertThat(of("ARG").filter(arg -> arg.startsWith(argument + "=")))
                        .as(from)
                        .singleElement()
                        .asString()
                        .matches("[A-Z_]+=[a-z-]+:\\d[\\w.-]*\\.[\\w.-]+");
            }
            known.add(stage.group(2));
        });
        assertThat(known).containsExactly("build", "launcher", "supercronic", "scheduler");
    }

    @Test
    void the_forms_of_commands_are_those_without_a_shell() {
        assertThat(Stream.concat(of("ENTRYPOINT"), of("CMD")))
                .hasSize(4)
                .allSatisfy(form ->
                        assertThat(JsonMapper.shared().readTree(form).isArray()).isTrue());
        assertThat(of("HEALTHCHECK")).singleElement().asString().containsPattern("CMD \\[\"atelier\", .*]$");
    }

    @Test
    void it_runs_as_nobody_in_particular_by_number() {
        assertThat(of("USER")).containsExactly("10001:10001");
        assertThat(all.indexOf(new Instruction("USER", "10001:10001")))
                .isLessThan(all.indexOf(new Instruction("ENTRYPOINT", "[\"atelier\"]")));
    }

    @Test
    void a_user_that_the_cluster_chooses_may_write_the_data_directory_by_its_group() {
        // As OpenShift does: any user id, in group 0.
        assertThat(of("RUN").filter(run -> run.contains("useradd")))
                .singleElement()
                .asString()
                .contains("chgrp 0 /var/lib/atelier", "chmod g=u /var/lib/atelier");
        int made = all.indexOf(all.stream()
                .filter(each -> each.rest().contains("useradd"))
                .findFirst()
                .orElseThrow());
        assertThat(made).isLessThan(all.indexOf(new Instruction("VOLUME", "/var/lib/atelier")));
    }

    @Test
    void what_it_copies_from_the_checkout_is_there() {
        List<String> sources = of("COPY")
                .filter(copy -> !copy.startsWith("--from"))
                .map(copy -> copy.split(" ", 2)[0])
                .toList();
        assertThat(sources)
                .contains("docker/scheduler/schedule")
                .allSatisfy(
                        source -> assertThat(Files.exists(ForkedProcess.root().resolve(source)))
                                .as(source)
                                .isTrue());
        assertThat(List.of("image/build", "image/share-classes", "image/atelier", "scheduler/schedule"))
                .allSatisfy(script -> assertThat(Files.isExecutable(DeployFiles.path(script)))
                        .as(script)
                        .isTrue());
    }

    @Test
    void a_shell_takes_every_script() throws Exception {
        for (String script : List.of(
                "image/build",
                "image/share-classes",
                "image/atelier",
                "scheduler/schedule",
                "postgres/grafana-reader.sh")) {
            Process check = new ProcessBuilder(
                            "sh", "-n", DeployFiles.path(script).toString())
                    .inheritIO()
                    .start();
            assertThat(check.waitFor()).as(script).isZero();
        }
    }

    @Test
    void code_is_compiled_at_length_only_where_many_days_are_built(@TempDir Path programs) throws Exception {
        Path java = Files.writeString(programs.resolve("java"), "#!/bin/sh\necho \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        String main = "@/opt/atelier/java.options %sorg.atelier.launcher.Atelier ";
        String quickly = main.formatted("-XX:TieredStopAtLevel=1 ");
        String atLength = main.formatted("");
        assertThat(started(programs, "run machine-logs")).isEqualTo(quickly + "run machine-logs");
        assertThat(started(programs, "history --all")).isEqualTo(quickly + "history --all");
        for (String many : List.of("backfill machine-logs --plan", "run machine-logs --from=2025-05-01 --again")) {
            assertThat(started(programs, many)).isEqualTo(atLength + many);
        }
    }

    /** What the image's program starts, with a Java that only tells what it is given. */
    private static String started(Path java, String command) throws Exception {
        List<String> line =
                new ArrayList<>(List.of(DeployFiles.path("image/atelier").toString()));
        line.addAll(List.of(command.split(" ")));
        ProcessBuilder program = new ProcessBuilder(line).redirectErrorStream(true);
        program.environment().merge("PATH", java + ":", (path, before) -> before + path);
        return new String(program.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void the_scheduler_signals_everything_only_where_nothing_else_is() throws Exception {
        Process outside = new ProcessBuilder(
                        DeployFiles.path("scheduler/schedule").toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(outside.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("only as the first process of a container");
        assertThat(outside.waitFor()).isEqualTo(2);
    }
}
