package org.atelier.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.atelier.api.described.Operation;
import org.atelier.api.described.Schemas;
import org.atelier.api.listing.DescribeListings;
import org.atelier.api.security.Route;
import org.atelier.api.security.Routes;
import org.atelier.serve.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The description of all routes. Made when it is first asked for. Thread-safe. */
@Component
public final class OpenApi {

    private static final Map<Integer, String> PROBLEMS = Map.of(
            400, "The request cannot be read.",
            401, "No token, or one that is no longer good.",
            403, "Not for this account.",
            404, "There is no such thing.",
            406, "Only JSON and, of lists, CSV.",
            409, "Something else is in the way.",
            412, "It has changed since.",
            422, "A value cannot be.",
            429, "Too many: wait, Retry-After says how long.",
            503, "Something that it needs is not there.");

    private final DescribeListings listings;
    private final ServiceSettings settings;
    private volatile @Nullable Map<String, Object> made;

    OpenApi(DescribeListings listings, ServiceSettings settings) {
        this.listings = listings;
        this.settings = settings;
    }

    /** All operations, those of lists too. */
    public List<Operation> operations() {
        boolean own = settings.identityProvider().isEmpty();
        List<Operation> all = new ArrayList<>(Operations.all().stream()
                .filter(operation -> own || !operation.tag().equals("accounts"))
                .toList());
        all.addAll(listings.all(Operations.PAGE));
        return all;
    }

    /** The document. */
    public Map<String, Object> document() {
        Map<String, Object> known = made;
        if (known == null) {
            known = make();
            made = known;
        }
        return known;
    }

    private Map<String, Object> make() {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Operation operation : operations()) {
            @SuppressWarnings("unchecked")
            Map<String, Object> path =
                    (Map<String, Object>) paths.computeIfAbsent(operation.path(), none -> new LinkedHashMap<>());
            path.put(operation.method().toLowerCase(Locale.ROOT), described(operation));
        }
        return Schemas.properties(
                "openapi",
                "3.1.0",
                "info",
                Map.of(
                        "title", "Atelier",
                        "version", "1",
                        "description", "What a workshop's pipelines loaded. Errors are problems (RFC 9457)."),
                "servers",
                List.of(Map.of("url", "/")),
                "paths",
                paths,
                "components",
                components());
    }

    private Map<String, Object> described(Operation operation) {
        Route.Access access = access(operation);
        Map<String, Object> described = Schemas.properties(
                "operationId",
                id(operation),
                "tags",
                List.of(operation.tag()),
                "summary",
                operation.summary(),
                "parameters",
                operation.parameters());
        if (operation.body() != null) {
            described.put("requestBody", Map.of("required", true, "content", operation.body()));
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put(String.valueOf(operation.status()), good(operation));
        PROBLEMS.keySet().stream()
                .sorted()
                .filter(status -> possible(status, operation, access))
                .forEach(status -> answers.put(
                        String.valueOf(status), Map.of("$ref", "#/components/responses/problem_" + status)));
        described.put("responses", answers);
        described.put("security", access == Route.Access.OPEN ? List.of() : List.of(Map.of("token", List.of())));
        return described;
    }

    private static Map<String, Object> good(Operation operation) {
        Map<String, Object> good = Schemas.properties("description", operation.summary());
        if (!operation.answer().isEmpty()) {
            good.put("content", operation.answer());
        }
        return good;
    }

    private static boolean possible(int status, Operation operation, Route.Access access) {
        boolean changes = !operation.method().equals("GET");
        return switch (status) {
            case 401 -> access != Route.Access.OPEN || operation.path().equals("/token");
            case 403 -> access != Route.Access.OPEN || operation.path().equals("/users");
            case 404 -> operation.path().contains("{");
            case 409 -> changes;
            case 412 -> changes && operation.path().contains("{");
            case 422 -> changes || !operation.parameters().isEmpty();
            case 429 -> operation.path().equals("/token");
            default -> true;
        };
    }

    private Route.Access access(Operation operation) {
        return Routes.of(settings).stream()
                .filter(route -> route.method().name().equals(operation.method()))
                .filter(route -> route.path()
                                .replaceAll("\\{\\w+}", "{}")
                                .equals(operation.path().replaceAll("\\{\\w+}", "{}"))
                        || (route.path().endsWith("/**")
                                && operation.path().startsWith(route.path().replace("/**", ""))))
                .findFirst()
                .map(Route::access)
                .orElse(Route.Access.ADMINISTER);
    }

    private static String id(Operation operation) {
        return operation.method().toLowerCase(Locale.ROOT)
                + operation.path().replaceAll("[{}.]", "").replace('/', '_').replace('-', '_');
    }

    private static Map<String, Object> components() {
        Map<String, Object> responses = new LinkedHashMap<>();
        PROBLEMS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(problem -> responses.put(
                        "problem_" + problem.getKey(),
                        Schemas.properties(
                                "description",
                                problem.getValue(),
                                "content",
                                Map.of(
                                        "application/problem+json",
                                        Map.of("schema", Map.of("$ref", "#/components/schemas/problem"))))));
        return Schemas.properties(
                "schemas", Map.of("problem", problem()),
                "responses", responses,
                "securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT")));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> fields = Schemas.properties("title", Schemas.text(""), "status", Schemas.number(""));
        List<String> needed = List.copyOf(fields.keySet());
        fields.put("detail", Schemas.text("What is wrong, for people."));
        fields.put("instance", Schemas.text("The path."));
        fields.put(
                "errors",
                Schemas.list(
                        Schemas.object(Schemas.properties("field", Schemas.text(""), "message", Schemas.text("")))));
        Map<String, Object> schema = Schemas.object(fields);
        schema.put("required", needed);
        schema.put(
                "example",
                Schemas.properties(
                        "title",
                        "Unprocessable Content",
                        "status",
                        422,
                        "instance",
                        "/sessions",
                        "errors",
                        List.of(Map.of("field", "limit", "message", "must be a whole number from 1 to 1000"))));
        return schema;
    }
}
