package org.atelier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.atelier.accounts.Role;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final RunningApi API = RunningApi.shared();

    @Test
    void it_is_alive_and_ready_and_says_no_more_than_that() {
        for (String path : new String[] {"/health", "/health/liveness", "/health/readiness"}) {
            Answer answer = API.anybody().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.json().get("status").asString()).isEqualTo("UP");
            assertThat(answer.body()).doesNotContain("database", "details", "postgres");
        }
    }

    @Test
    void without_its_database_it_is_alive_and_not_ready() {
        RunningApi api = RunningApi.start(Map.of());
        try {
            assertThat(api.anybody().get("/health/readiness").status()).isEqualTo(200);
            api.database().close();
            assertThat(api.anybody().get("/health/readiness").status()).isEqualTo(503);
            assertThat(api.anybody().get("/health/liveness").status()).isEqualTo(200);
        } finally {
            api.close();
        }
    }

    @Test
    void metrics_are_for_operators_unless_they_are_opened() {
        assertThat(API.anybody().get("/metrics").status()).isEqualTo(401);
        assertThat(API.as("health-reader", Role.READER).get("/metrics").status())
                .isEqualTo(403);
        Answer metrics = API.as("health-operator", Role.OPERATOR).get("/metrics");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        assertThat(metrics.body())
                .contains("http_server_requests_seconds_count{", "jvm_memory_used_bytes")
                .doesNotContain("spring_security");
        assertThat(RunningApi.other().anybody().get("/metrics").status()).isEqualTo(200);
    }

    @Test
    void of_all_that_actuator_has_nothing_else_is_there() {
        ApiClient admin = API.as("health-admin", Role.ADMIN);
        for (String path : new String[] {
            "/env",
            "/beans",
            "/heapdump",
            "/loggers",
            "/threaddump",
            "/configprops",
            "/mappings",
            "/shutdown",
            "/actuator"
        }) {
            assertThat(admin.get(path).status()).as(path).isEqualTo(404);
        }
    }
}
