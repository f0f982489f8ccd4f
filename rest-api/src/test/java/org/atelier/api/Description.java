package org.atelier.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the service says of itself, and whether its answers are so. Thread-safe. */
final class Description {

    private static final Map<String, Description> BY_ADDRESS = new ConcurrentHashMap<>();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Description(JsonNode document) {
        this.document = document;
    }

    /** Of a service; empty while its database does not let it say. */
    static Optional<Description> of(ApiClient client) {
        Description known = BY_ADDRESS.get(client.address());
        if (known != null) {
            return Optional.of(known);
        }
        Answer answer = client.withToken(null).sendUnjudged("GET", "/openapi.json", null);
        if (answer.status() != 200) {
            return Optional.empty();
        }
        Description read = new Description(answer.json());
        BY_ADDRESS.put(client.address(), read);
        return Optional.of(read);
    }

    JsonNode document() {
        return document;
    }

    /** Sees that an answer is one that the description has; of paths that it does not have it says nothing. */
    void judge(String method, String path, Answer answer) {
        String plain = path.replaceFirst("\\?.*", "").replaceFirst("(?<=.)/$", "");
        JsonNode operation = operation(method, plain);
        if (operation == null) {
            assertThat(answer.status())
                    .as("%s %s is not described", method, plain)
                    .isIn(400, 401, 403, 404, 405);
            return;
        }
        JsonNode described = operation.get("responses").get(Integer.toString(answer.status()));
        if (described == null) {
            assertThat(answer.status())
                    .as("%s %s: %s", method, plain, answer.body())
                    .isIn(304, 405, 413, 415, 500);
            return;
        }
        String reference = described.path("$ref").asString("");
        JsonNode response = reference.isEmpty() ? described : document.at(reference.substring(1));
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        JsonNode content = response.path("content").path(type);
        if (!answer.body().isEmpty()) {
            assertThat(content.isMissingNode())
                    .as("%s %s answers %s as %s", method, plain, answer.status(), type)
                    .isFalse();
            if (type.endsWith("json")) {
                String schema = content.get("schema").toString();
                assertThat(schema(schema).validate(answer.json()))
                        .as("%s %s: %s", method, plain, answer.body())
                        .isEmpty();
            }
        }
    }

    private Schema schema(String text) {
        return schemas.computeIfAbsent(
                text,
                one -> SCHEMAS.getSchema(one.replace(
                        "{\"$ref\":\"#/components/schemas/problem\"}",
                        document.at("/components/schemas/problem").toString())));
    }

    private @Nullable JsonNode operation(String method, String path) {
        JsonNode exact = document.get("paths").get(path);
        if (exact != null) {
            return exact.get(method.toLowerCase(java.util.Locale.ROOT));
        }
        for (Map.Entry<String, JsonNode> each : document.get("paths").properties()) {
            String pattern = ("\\Q" + each.getKey() + "\\E").replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q");
            if (Pattern.matches(pattern, path)) {
                return each.getValue().get(method.toLowerCase(java.util.Locale.ROOT));
            }
        }
        return null;
    }
}
