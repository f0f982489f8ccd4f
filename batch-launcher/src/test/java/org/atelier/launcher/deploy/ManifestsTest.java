package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.launcher.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The Kubernetes manifests. */
class ManifestsTest {

    static final List<Integer> FINAL = Stream.of(
                    ExitCode.USAGE,
                    ExitCode.CONFIGURATION,
                    ExitCode.NOT_FOUND,
                    ExitCode.ALREADY_COMPLETE,
                    ExitCode.DONE_WITH_ERRORS,
                    ExitCode.STOPPED,
                    ExitCode.EMPTY)
            .map(ExitCode::number)
            .toList();

    static List<String> manifests() {
        return DeployFiles.names("kubernetes/base", ".yaml").stream()
                .filter(name -> !name.endsWith("kustomization.yaml"))
                .toList();
    }

    static List<String> cronJobs() {
        return manifests().stream()
                .filter(name -> DeployFiles.yaml(name).get("kind").asString().equals("CronJob"))
                .toList();
    }

    static List<String> workloads() {
        return Stream.concat(cronJobs().stream(), Stream.of("kubernetes/base/migrate.yaml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void a_manifest_has_only_fields_that_the_api_knows(String name) {
        assertThat(KubernetesModel.read(DeployFiles.yaml(name)).getMetadata().getName())
                .startsWith("atelier");
    }

    @Test
    void a_field_that_the_api_does_not_know_would_be_found() {
        ObjectNode wrong = (ObjectNode) DeployFiles.yaml("kubernetes/base/orders.yaml");
        ((ObjectNode) wrong.get("spec")).put("timezone", "Europe/Paris");
        assertThatThrownBy(() -> KubernetesModel.read(wrong)).hasMessageContaining("timezone");
    }

    @Test
    void kustomize_takes_every_manifest() {
        List<String> resources = DeployFiles.yaml("kubernetes/base/kustomization.yaml")
                .get("resources")
                .valueStream()
                .map(name -> "kubernetes/base/" + name.asString())
                .toList();
        assertThat(resources).containsExactlyInAnyOrderElementsOf(manifests());
    }

    @ParameterizedTest
    @MethodSource("cronJobs")
    void a_cron_job_never_starts_beside_itself_and_keeps_the_plant_s_time(String name) {
        CronJobSpec spec = ((CronJob) KubernetesModel.read(DeployFiles.yaml(name))).getSpec();
        assertThat(spec.getConcurrencyPolicy()).isEqualTo("Forbid");
        assertThat(spec.getStartingDeadlineSeconds()).isGreaterThan(10);
        assertThat(spec.getTimeZone()).isEqualTo("Europe/Paris");
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void what_a_second_try_cannot_mend_is_not_tried_again(String name) {
        JobSpec spec = job(name);
        assertThat(spec.getBackoffLimit()).isPositive();
        var rules = spec.getPodFailurePolicy().getRules();
        assertThat(rules.get(0).getAction()).isEqualTo("Ignore");
        assertThat(rules.get(0).getOnPodConditions().get(0).getType()).isEqualTo("DisruptionTarget");
        assertThat(rules.get(1).getAction()).isEqualTo("FailJob");
        assertThat(rules.get(1).getOnExitCodes().getValues()).isEqualTo(FINAL);
        assertThat(rules.get(1).getOnExitCodes().getContainerName())
                .isEqualTo(pod(name).getContainers().get(0).getName());
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void a_pod_that_cannot_start_is_given_up_after_the_longest_first_load(String name) {
        assertThat(job(name).getActiveDeadlineSeconds()).isBetween(6 * 3600L, 48 * 3600L);
    }

    /** All of them, in whatever directory: with Forbid, one that hangs would hold up all later ones. */
    static List<String> jobs() {
        return Stream.of("base", "backfill", "before-1.25")
                .flatMap(directory -> DeployFiles.names("kubernetes/" + directory, ".yaml").stream())
                .filter(name -> DeployFiles.text(name).lines().anyMatch(line -> line.matches("kind: (Cron)?Job")))
                .toList();
    }

    @Test
    void the_certificate_of_the_databases_authority_is_a_file_of_the_secret() {
        String url = DeployFiles.yaml("kubernetes/base/settings.yaml")
                .at("/data/ATELIER_DATABASE_URL")
                .asString();
        assertThat(url).contains("sslmode=verify-full", "sslrootcert=/run/secrets/atelier/ca.crt");
        assertThat(cronJobs())
                .allSatisfy(name -> assertThat(pod(name).getContainers().get(0).getVolumeMounts())
                        .anySatisfy(mount -> assertThat(mount.getMountPath()).isEqualTo("/run/secrets/atelier")));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void a_pod_has_no_rights_and_ends_in_time(String name) {
        PodSpec pod = pod(name);
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        assertThat(pod.getEnableServiceLinks()).isFalse();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(30);
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKey("memory");
            assertThat(container.getEnv()).isEmpty();
        });
        assertThat(pod.getVolumes())
                .anySatisfy(
                        volume -> assertThat(volume.getPersistentVolumeClaim().getClaimName())
                                .isEqualTo("atelier-data"));
    }

    private static JobSpec job(String name) {
        Object read = KubernetesModel.read(DeployFiles.yaml(name));
        return read instanceof CronJob cron ? cron.getSpec().getJobTemplate().getSpec() : ((Job) read).getSpec();
    }

    private static PodSpec pod(String name) {
        return job(name).getTemplate().getSpec();
    }
}
