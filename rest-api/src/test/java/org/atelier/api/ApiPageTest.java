package org.atelier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atelier.api.described.Operation;
import org.atelier.api.openapi.OpenApi;
import org.atelier.api.security.Route;
import org.atelier.api.security.Routes;
import org.atelier.serve.ServiceSettings;
import org.junit.jupiter.api.Test;

/** The reference of the routes is made of their description; {@code -Datelier.reference.write=true} writes it anew. */
class ApiPageTest {

    private static final RunningApi API = RunningApi.shared();
    private static final Path PAGE = Path.of("../docs/reference/api.md");

    @Test
    void the_page_is_what_the_description_says() throws Exception {
        String page = page();
        if (Boolean.getBoolean("atelier.reference.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        Map<String, List<Operation>> byTag = API.part(OpenApi.class).operations().stream()
                .collect(Collectors.groupingBy(Operation::tag, TreeMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder("""
                # HTTP API

                What `atelier serve` answers, from its own description (`/openapi.json`; a page at `/docs`). Made by a test from the routes; do
                not edit. Paths may end in a slash. Lists: `skip`, `limit`, `total`, `sort`, `after`, and CSV by `Accept: text/csv`
                (`dialect=excel-fr`); see [read over HTTP](../recipes/read-over-http.md). Errors are problems (RFC 9457).
                """);
        byTag.forEach((tag, operations) -> {
            page.append("\n## ")
                    .append(Character.toUpperCase(tag.charAt(0)))
                    .append(tag.substring(1))
                    .append("\n\n");
            page.append("| route | who may | what it is | parameters |\n|---|---|---|---|\n");
            operations.stream()
                    .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                    .forEach(operation -> page.append(row(operation)));
        });
        return page.toString();
    }

    private static String row(Operation operation) {
        String parameters = operation.parameters().stream()
                .filter(parameter ->
                        !List.of("skip", "limit", "total", "after", "dialect").contains(parameter.get("name"))
                                && !"path".equals(parameter.get("in")))
                .map(parameter -> "`" + parameter.get("name") + "`")
                .collect(Collectors.joining(", "));
        return "| `" + operation.method() + " " + operation.path() + "` | " + who(operation) + " | "
                + operation.summary() + " | " + parameters + " |\n";
    }

    private static String who(Operation operation) {
        Route.Access access = Routes.of(API.part(ServiceSettings.class)).stream()
                .filter(route -> route.method().name().equals(operation.method()))
                .filter(route -> route.path()
                        .replaceAll("\\{\\w+}", "{}")
                        .equals(operation.path().replaceAll("\\{\\w+}", "{}")))
                .map(Route::access)
                .findFirst()
                .orElse(Route.Access.OPEN);
        return switch (access) {
            case OPEN -> "everybody";
            case SELF -> "every account";
            case READ -> "reader";
            case READ_MEASUREMENTS -> "reader, of his companies";
            case OPERATE -> "operator";
            case ADMINISTER -> "admin";
            case INGEST -> "ingest";
        };
    }
}
