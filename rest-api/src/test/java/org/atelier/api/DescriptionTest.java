package org.atelier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.atelier.api.described.Operation;
import org.atelier.api.openapi.OpenApi;
import org.atelier.api.security.Routes;
import org.atelier.serve.ServiceSettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description is of what there is, and the page shows it without another host. */
class DescriptionTest {

    private static final RunningApi API = RunningApi.shared();

    private static String plain(String path) {
        return path.replaceAll("\\{\\w+}", "{}");
    }

    @Test
    void every_route_of_the_table_is_described_and_no_others() {
        Set<String> table = new HashSet<>();
        Routes.of(API.part(ServiceSettings.class)).stream()
                .map(route -> route.method() + " " + route.path())
                .filter(route -> !route.contains("/**"))
                .forEach(route -> table.add(plain(route)));
        Set<String> described = new HashSet<>();
        for (Operation operation : API.part(OpenApi.class).operations()) {
            if (!operation.path().startsWith("/health")) {
                assertThat(described.add(operation.method() + " " + plain(operation.path())))
                        .as(operation.path())
                        .isTrue();
            }
        }
        assertThat(described).isEqualTo(table);
    }

    @Test
    void it_is_complete() {
        JsonNode document = API.anybody().get("/openapi.json").json();
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        List<String> ids = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode described = operation.getValue();
                    ids.add(described.get("operationId").asString());
                    assertThat(described.get("summary").asString()).isNotBlank();
                    assertThat(described.get("responses").size()).isGreaterThan(1);
                    described
                            .get("parameters")
                            .forEach(parameter ->
                                    assertThat(parameter.get("schema")).isNotNull());
                    long names = path.getKey().chars().filter(c -> c == '{').count();
                    long given = described
                            .get("parameters")
                            .valueStream()
                            .filter(parameter -> parameter.get("in").asString().equals("path"))
                            .count();
                    assertThat(given).as(path.getKey()).isEqualTo(names);
                }));
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        JsonNode session = document.at("/paths/~1sessions~1{id}/get/responses/200/content/application~1json/schema");
        assertThat(session.at("/properties/total_pieces/type").toString()).contains("integer");
    }

    @Test
    void the_page_comes_from_here_alone() {
        for (String path : List.of(
                "/docs", "/docs/", "/docs/page.js", "/docs/ui/swagger-ui-bundle.js", "/docs/ui/swagger-ui.css")) {
            Answer answer = API.anybody().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'self'");
        }
        String page = API.anybody().get("/docs").body();
        assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("http://", "https://");
        assertThat(API.anybody().get("/docs/../application.yaml").status()).isNotEqualTo(200);
        assertThat(API.anybody().get("/docs/ui/%2e%2e/%2e%2e/x").status()).isNotEqualTo(200);
    }
}
