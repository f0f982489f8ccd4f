package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The compose stack. */
class ComposeFileTest {

    private static final String SCHEMA = "compose-spec-1.29.2.json";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

    private final JsonNode compose = DeployFiles.yaml("compose.yaml");
    private final JsonNode services = compose.get("services");

    private static Schema schema() throws Exception {
        try (InputStream file = Objects.requireNonNull(ComposeFileTest.class.getResourceAsStream(SCHEMA))) {
            // Names of its parts in the way of an older draft, which say nothing here.
            String read = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\"(id|\\$schema)\": \"[^\"]*\",", "");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(read);
        }
    }

    @Test
    void it_is_valid_for_docker_compose_1_29() throws Exception {
        assertThat(schema().validate(compose)).isEmpty();
    }

    @Test
    void an_unknown_field_would_be_found() throws Exception {
        ObjectNode wrong = (ObjectNode) compose.deepCopy();
        ((ObjectNode) wrong.get("services").get("db")).put("restrat", "always");
        assertThat(schema().validate(wrong)).isNotEmpty();
    }

    @Test
    void it_has_no_name_which_1_29_refuses_and_no_version_which_v2_warns_of() {
        assertThat(compose.has("name")).isFalse();
        assertThat(compose.has("version")).isFalse();
    }

    @Test
    void the_services_are_those_of_the_plant() {
        assertThat(services.propertyNames())
                .containsExactly(
                        "ftp",
                        "db",
                        "mysql_db",
                        "migrate",
                        "scheduler",
                        "sftpgo",
                        "influxdb",
                        "pushgateway",
                        "prometheus",
                        "grafana");
        assertThat(services.get("mysql_db").get("image").asString()).isEqualTo("mysql:8.0");
        assertThat(services.get("ftp").get("image").asString()).startsWith("fauria/vsftpd");
        assertThat(services.get("ftp").get("ports").toString()).isEqualTo("[\"21:21\",\"21000-21010:21000-21010\"]");
        assertThat(services.get("ftp").get("volumes").toString()).contains("./logs:/home/vsftpd/");
    }

    @Test
    void the_database_is_asked_as_often_as_agreed() {
        JsonNode health = services.get("db").get("healthcheck");
        assertThat(health.get("test").toString()).contains("pg_isready");
        assertThat(Map.of(
                        "interval", health.get("interval").asString(),
                        "timeout", health.get("timeout").asString(),
                        "retries", health.get("retries").asString(),
                        "start_period", health.get("start_period").asString()))
                .isEqualTo(Map.of("interval", "10s", "timeout", "5s", "retries", "5", "start_period", "30s"));
    }

    @Test
    void whoever_depends_waits_for_healthy_or_done_and_never_for_started() {
        services.propertyStream()
                .forEach(service -> service.getValue()
                        .path("depends_on")
                        .propertyStream()
                        .forEach(on -> {
                            String condition = on.getValue().get("condition").asString();
                            if (condition.equals("service_healthy")) {
                                assertThat(services.get(on.getKey())
                                                .get("healthcheck")
                                                .has("test"))
                                        .as("%s waits for %s", service.getKey(), on.getKey())
                                        .isTrue();
                            } else {
                                assertThat(condition).isEqualTo("service_completed_successfully");
                            }
                        }));
        assertThat(services.get("scheduler").get("depends_on").propertyNames())
                .containsExactlyInAnyOrder("migrate", "db", "mysql_db", "ftp");
    }

    @Test
    void every_service_says_whether_it_is_started_again() {
        assertThat(services.valueStream())
                .allSatisfy(service ->
                        assertThat(service.path("restart").asString("")).isIn("no", "unless-stopped"));
    }

    @Test
    void what_boxes_upload_is_in_the_volume_that_the_jobs_read() {
        JsonNode sftpgo = services.get("sftpgo");
        assertThat(sftpgo.get("profiles").toString()).isEqualTo("[\"measurements\"]");
        assertThat(sftpgo.at("/volumes/0/source").asString()).isEqualTo("sftpgo_data");
        assertThat(services.get("scheduler").get("volumes").toString()).contains("sftpgo_data:/srv/sftpgo");
        assertThat(DeployFiles.text("sftpgo/atelier.env"))
                .containsPattern("(?m)^SFTPGO_COMMON__UPLOAD_MODE=1$")
                .containsPattern("(?m)^SFTPGO_DATA_PROVIDER__USERS_BASE_DIR="
                        + services.at("/scheduler/environment/ATELIER_MEASUREMENTS_DATA_FOLDER")
                                .asString() + "$");
    }

    @Test
    void the_program_runs_without_rights_on_a_root_that_is_read_only() {
        assertThat(List.of("migrate", "scheduler")).allSatisfy(name -> {
            JsonNode service = services.get(name);
            // SnakeYAML merges the anchor, as compose does.
            assertThat(service.get("read_only").asBoolean()).isTrue();
            assertThat(service.get("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(service.get("stop_grace_period").asString()).isEqualTo("40s");
        });
    }

    @Test
    void every_variable_is_in_the_example_and_the_other_way_round() {
        List<String> used = VARIABLE.matcher(DeployFiles.text("compose.yaml"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        List<String> offered = DeployFiles.text(".env.example")
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(used).containsExactlyInAnyOrderElementsOf(offered);
    }
}
