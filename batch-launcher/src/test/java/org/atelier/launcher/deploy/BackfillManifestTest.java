package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.atelier.launcher.TypedCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The example of a big backfill: an Indexed Job whose indexes are the shards. */
class BackfillManifestTest {

    private static final String MANIFEST = "kubernetes/backfill/backfill.yaml";
    private static final String MIGRATE = "kubernetes/base/migrate.yaml";

    @TempDir
    Path directory;

    private final JobSpec job = ((Job) KubernetesModel.read(DeployFiles.yaml(MANIFEST))).getSpec();

    /** What the pod of an index types: its shell is real, the program beside it tells what it was given. */
    private String typed(int index) throws Exception {
        Path program = directory.resolve("atelier");
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$*\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Container container = job.getTemplate().getSpec().getContainers().get(0);
        ProcessBuilder shell = new ProcessBuilder(container.getCommand()).redirectErrorStream(true);
        shell.environment().put("PATH", directory + ":" + System.getenv("PATH"));
        shell.environment().put("JOB_COMPLETION_INDEX", Integer.toString(index));
        for (EnvVar variable : container.getEnv()) {
            shell.environment().put(variable.getName(), variable.getValue());
        }
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    @Test
    void the_indexes_do_all_shards_and_each_does_its_own() throws Exception {
        int shards = job.getCompletions();
        assertThat(job.getCompletionMode()).isEqualTo("Indexed");
        for (int index = 0; index < shards; index++) {
            String command = typed(index);
            assertThat(command).contains(" --shard " + (index + 1) + "/" + shards + " ");
            assertThatCode(() -> TypedCommand.parse(command)).doesNotThrowAnyException();
        }
    }

    @Test
    void the_cluster_leaves_the_shell_s_sum_alone() {
        // It puts the value for $(NAME) where it knows the name, and no name has a bracket or a blank.
        String script =
                job.getTemplate().getSpec().getContainers().get(0).getCommand().get(2);
        assertThat(script.replaceAll("\\$\\(\\(.*?\\)\\)", "")).doesNotContain("$(");
    }

    @Test
    void a_shard_that_cannot_be_mended_leaves_the_others_at_work() {
        assertThat(job.getBackoffLimit()).isNull();
        assertThat(job.getBackoffLimitPerIndex()).isPositive();
        var rules = job.getPodFailurePolicy().getRules();
        assertThat(rules.get(0).getAction()).isEqualTo("Ignore");
        assertThat(rules.get(1).getAction()).isEqualTo("FailIndex");
        assertThat(rules.get(1).getOnExitCodes().getValues()).isEqualTo(ManifestsTest.FINAL);
    }

    @Test
    void all_else_is_as_in_the_jobs_of_the_base() {
        JsonNode pod = withoutItsOwn(MANIFEST);
        assertThat(pod).isEqualTo(withoutItsOwn(MIGRATE));
        assertThat(pod.at("/containers/0/envFrom/0/configMapRef/name").asString())
                .isEqualTo("atelier");
    }

    private static JsonNode withoutItsOwn(String manifest) {
        JsonNode pod = DeployFiles.yaml(manifest).at("/spec/template/spec");
        ((ObjectNode) pod.at("/containers/0")).remove(List.of("command", "args", "env", "resources"));
        return pod;
    }

    @Test
    void kustomize_takes_it_alone() {
        assertThat(DeployFiles.yaml("kubernetes/backfill/kustomization.yaml").get("resources"))
                .hasToString("[\"backfill.yaml\"]");
        assertThat(IntStream.of(job.getCompletions(), job.getParallelism())).allMatch(number -> number > 1);
    }
}
