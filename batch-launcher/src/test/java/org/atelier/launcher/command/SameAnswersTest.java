package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.atelier.api.ApiServer;
import org.atelier.fixtures.host.FileTree;
import org.atelier.settings.Secret;
import org.atelier.settings.Settings;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.Surroundings;
import org.atelier.sql.DatabaseSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs and days look the same on the command line and over HTTP, field by field. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAnswersTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private LogsUse plant;
    private ApiServer server;
    private String token;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        plant = new LogsUse(directory);
        plant.log(
                "DEM12 (PVC)/20250528.LOG",
                "2025-05-28T20:00:00Z",
                "20250528 08:00:00|@StukUitgevoerd: first",
                "20250528 08:30:00|@MachineWait: 600 sec",
                "no event",
                "20250528 10:00:00|@StukUitgevoerd: last");
        plant.use(0, "run", "machine-logs");
        plant.log("SU12 (HYBRIDE)/bad.LOG", "2025-05-28T20:00:00Z", "").use("run", "machine-logs");
        plant.use(0, "users", "add", "operator", "--role", "operator");
        Map<String, String> environment = new HashMap<>(plant.environment());
        environment.putAll(Map.of("ATELIER_API_PORT", "0", "SECRET_KEY", "0123456789abcdef0123456789abcdef"));
        Settings settings = SettingsReader.read(null, new Surroundings(environment, directory, directory));
        server = ApiServer.start(
                settings,
                new DatabaseSettings(
                        plant.database.jdbcUrl(), plant.database.username(), new Secret(plant.database.password())),
                Clock.systemUTC());
        String told = plant.use("users", "password", "operator").err();
        String password = told.substring(told.indexOf("once: ") + 6).strip();
        token = json(HttpRequest.newBuilder(URI.create(server.address() + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=operator&password=" + password)))
                .get("access_token")
                .asString();
    }

    @AfterAll
    void close() {
        server.close();
        plant.close();
    }

    private static JsonNode json(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private JsonNode asked(String path) throws Exception {
        return json(
                HttpRequest.newBuilder(URI.create(server.address() + path)).header("Authorization", "Bearer " + token));
    }

    private JsonNode typed(String... command) {
        return JsonMapper.shared().readTree(plant.use(command).out());
    }

    @Test
    void a_list_of_runs_is_history() throws Exception {
        assertThat(asked("/runs?all=true"))
                .isEqualTo(typed("history", "--all", "-o", "json").get("runs"));
    }

    @Test
    void a_run_is_what_show_tells_with_its_next_step_for_programs() throws Exception {
        long id = asked("/runs?all=true").get(0).get("run_id").asLong();
        JsonNode run = asked("/runs/" + id);
        JsonNode shown = typed("show", String.valueOf(id), "--steps", "-o", "json");
        shown.propertyNames().forEach(name -> {
            if (!name.equals("schema") && !name.equals("next_step")) {
                assertThat(run.get(name)).as(name).isEqualTo(shown.get(name));
            }
        });
        assertThat(run.get("next_step").path("command").asString("none"))
                .isEqualTo(shown.get("next_step").asString("none"));
    }

    @Test
    void what_a_run_rejected_is_what_show_tells() throws Exception {
        long id = asked("/runs?all=true").get(1).get("run_id").asLong();
        assertThat(asked("/runs/" + id + "/rejects"))
                .isEqualTo(typed("show", String.valueOf(id), "--rejects", "-o", "json")
                        .get("rejects"))
                .hasSize(1);
    }

    @Test
    void a_day_is_what_explain_tells() throws Exception {
        assertThat(asked("/explain/DEM12/2025-05-28")).isEqualTo(typed("explain", "DEM12@2025-05-28", "-o", "json"));
    }

    @Test
    void without_the_copies_it_says_where_they_are() throws Exception {
        Path landing = plant.landing;
        Path away = landing.resolveSibling("away");
        Files.move(landing, away);
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/explain/DEM12/2025-05-28"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("the last run was on ");
        } finally {
            FileTree.delete(landing);
            Files.move(away, landing);
        }
    }
}
