package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The overlay for clusters before 1.25: each patch finds what it changes, and nothing newer is left. */
class OlderClustersTest {

    private static final String OVERLAY = "kubernetes/before-1.25/";
    private static final Map<String, String> PATCHES =
            Map.of("CronJob", "cron-jobs.yaml", "Job", "jobs.yaml", "NetworkPolicy", "network-policy.yaml");

    static List<String> manifests() {
        return ManifestsTest.manifests();
    }

    @Test
    void the_overlay_names_these_patches() {
        JsonNode overlay = DeployFiles.yaml(OVERLAY + "kustomization.yaml");
        assertThat(overlay.get("resources").toString()).isEqualTo("[\"../base\"]");
        assertThat(overlay.get("patches").valueStream())
                .hasSize(PATCHES.size())
                .allSatisfy(patch -> assertThat(PATCHES)
                        .containsEntry(
                                patch.get("target").get("kind").asString(),
                                patch.get("path").asString()));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void nothing_is_left_that_an_older_cluster_refuses(String name) {
        JsonNode manifest = DeployFiles.yaml(name);
        String patch = PATCHES.get(manifest.get("kind").asString());
        if (patch != null) {
            DeployFiles.yaml(OVERLAY + patch).valueStream().forEach(operation -> apply(operation, manifest));
        }
        assertThat(manifest.toString()).doesNotContain("timeZone", "podFailurePolicy", "endPort");
        assertThat(KubernetesModel.read(manifest)).isNotNull();
        if (manifest.get("kind").asString().endsWith("Job")) {
            assertThat(manifest.toString()).contains("activeDeadlineSeconds");
        }
    }

    @Test
    void the_passive_ports_are_all_there() {
        JsonNode ports =
                DeployFiles.yaml(OVERLAY + "network-policy.yaml").get(0).get("value");
        assertThat(ports.valueStream().map(port -> port.get("port").asInt()))
                .containsAll(IntStream.rangeClosed(21000, 21010).boxed().toList());
    }

    private static void apply(JsonNode operation, JsonNode manifest) {
        String path = operation.get("path").asString();
        assertThat(manifest.at(path).isMissingNode()).as(path).isFalse();
        int end = path.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) manifest.at(path.substring(0, end));
        String field = path.substring(end + 1);
        switch (operation.get("op").asString()) {
            case "remove" -> parent.remove(field);
            case "replace" -> parent.set(field, operation.get("value"));
            default -> throw new AssertionError(operation);
        }
    }
}
