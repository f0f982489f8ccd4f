package org.atelier.api.openapi;

import static org.atelier.api.described.Operation.json;
import static org.atelier.api.described.Operation.named;
import static org.atelier.api.described.Operation.query;
import static org.atelier.api.described.Schemas.list;
import static org.atelier.api.described.Schemas.maybeNumber;
import static org.atelier.api.described.Schemas.maybeText;
import static org.atelier.api.described.Schemas.number;
import static org.atelier.api.described.Schemas.object;
import static org.atelier.api.described.Schemas.properties;
import static org.atelier.api.described.Schemas.text;
import static org.atelier.api.described.Schemas.truth;
import static org.atelier.api.described.Schemas.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.answer.RunAnswer;
import org.atelier.api.described.Operation;
import org.atelier.api.described.Schemas;
import org.atelier.api.web.Page;

/** What routes do that are no lists of tables. */
final class Operations {

    /** Parameters of pages. */
    static final List<Map<String, Object>> PAGE = List.of(
            query("skip", whole(0, Integer.MAX_VALUE), "Rows to leave out; for deep pages follow Link."),
            query("limit", whole(1, Page.MOST), "Rows at most; " + Page.USUAL + " when nothing is said."),
            query("total", truth(""), "Tell the number of all rows in X-Total-Count."));

    private static final Set<String> NUMBERS =
            Set.of("run_id", "exit_code", "duration_ms", "read", "written", "filtered", "rejected");

    private static final Map<String, Object> USER = object(properties(
            "id", number("Never given again."),
            "username", text("Unique whatever its case."),
            "email", maybeText(""),
            "full_name", maybeText(""),
            "roles", list(text("reader, operator, admin or ingest")),
            "actif", truth("Whether it may log in."),
            "date_creation", value("string", "date-time", false, ""),
            "buckets", list(text("A company that it is bound to; none: it is not bound."))));

    private static final Map<String, Object> CHANGE = properties(
            "actif", value("boolean", null, true, "False deactivates it, and its tokens end."),
            "roles", value("array", null, true, "All that it is to have."),
            "email", value("string", "email", true, ""),
            "full_name", maybeText(""),
            "password", maybeText("A new one, and its tokens end."));

    private Operations() {}

    static List<Operation> all() {
        return List.of(
                new Operation(
                        "POST",
                        "/token",
                        "accounts",
                        "Log in with a username and a password: a token for half an hour. After too many failures 429.",
                        List.of(),
                        Map.of(
                                "application/x-www-form-urlencoded",
                                Map.of("schema", object(properties("username", text(""), "password", text(""))))),
                        200,
                        json(object(properties(
                                "access_token", text("A JSON web token."),
                                "token_type", text("Always bearer."),
                                "expires_in", number("Seconds."))))),
                Operation.get("/users", "accounts", "Accounts.", list(USER)).with(PAGE),
                new Operation("POST", "/users", "accounts", "Make an account.", List.of(), newUser(), 201, json(USER)),
                Operation.get("/users/me", "accounts", "The account that asks.", USER),
                Operation.get("/users/{id}", "accounts", "An account.", USER).with(id()),
                new Operation(
                        "PATCH",
                        "/users/{id}",
                        "accounts",
                        "Change an account; what is not said stays.",
                        id(),
                        json(Schemas.body(CHANGE, List.of())),
                        200,
                        json(USER)),
                new Operation("DELETE", "/users/{id}", "accounts", "Delete an account.", id(), null, 204, Map.of()),
                Operation.get(
                                "/runs",
                                "runs",
                                "Runs, the newest first, as the command history tells them.",
                                list(run()))
                        .with(List.of(
                                PAGE.get(1),
                                query("after", number(""), "Runs older than that one."),
                                query("job", text(""), "Of that job."),
                                query("status", text(""), "Of that status, in capitals."),
                                query("since", value("string", "date-time", false, ""), "Recorded then or later."),
                                query("all", truth(""), "Runs that had nothing to do as well."))),
                Operation.get("/runs/{id}", "runs", "A run with its steps, as the command show tells it.", whole())
                        .with(id()),
                Operation.get("/runs/{id}/rejects", "runs", "What a run rejected.", list(Map.of("type", "object")))
                        .with(id())
                        .with(List.of(PAGE.get(1))),
                Operation.get(
                                "/explain/{centre}/{day}",
                                "sessions",
                                "What each figure of a session is made of, as the command explain tells it.",
                                Map.of("type", "object"))
                        .with(List.of(named("centre", text("")), named("day", value("string", "date", false, "")))),
                Operation.get("/stats/production", "stats", "Sums over sessions.", list(Map.of("type", "object")))
                        .with(List.of(
                                query("by", text(""), "day (when nothing is said), week, month, centre or type."),
                                day("date_from"),
                                day("date_to"),
                                query("centre_id", number(""), "Of that centre."),
                                query("type_cu", text(""), "Of centres of that type."))),
                Operation.get("/stats/centres", "stats", "Sums by centre.", list(Map.of("type", "object")))
                        .with(List.of(day("date_from"), day("date_to"))),
                health("/health", "Whether it is alive and ready."),
                health("/health/liveness", "Whether it is alive."),
                health("/health/readiness", "Whether it can ask the database."),
                new Operation(
                        "GET",
                        "/metrics",
                        "service",
                        "Figures for Prometheus.",
                        List.of(),
                        null,
                        200,
                        Map.of("text/plain", Map.of("schema", text("")))),
                Operation.get("/openapi.json", "service", "This description.", Map.of("type", "object")));
    }

    /** Answered in a media type of the library's. */
    private static Operation health(String path, String about) {
        return new Operation(
                "GET",
                path,
                "service",
                about,
                List.of(),
                null,
                200,
                Map.of(
                        "application/vnd.spring-boot.actuator.v3+json",
                        Map.of("schema", object(properties("status", text("UP or DOWN."))))));
    }

    private static Map<String, Object> newUser() {
        return json(Schemas.body(
                properties(
                        "username", text("3 to 100 letters, digits or . _ @ + -"),
                        "password", text("12 characters at least, not the username."),
                        "email", value("string", "email", true, ""),
                        "full_name", maybeText(""),
                        "roles", value("array", null, true, "reader when nothing is said; only an admin gives roles.")),
                List.of("username", "password")));
    }

    private static List<Map<String, Object>> id() {
        return List.of(named("id", number("")));
    }

    private static Map<String, Object> day(String name) {
        return query(name, value("string", "date", false, ""), "A production day.");
    }

    private static Map<String, Object> whole(long least, long most) {
        Map<String, Object> schema = number("");
        schema.put("minimum", least);
        schema.put("maximum", most);
        return schema;
    }

    private static Map<String, Object> run() {
        Map<String, Object> fields = new LinkedHashMap<>();
        RunAnswer.COLUMNS.forEach(name -> fields.put(name, NUMBERS.contains(name) ? maybeNumber("") : maybeText("")));
        return object(fields);
    }

    private static Map<String, Object> whole() {
        Map<String, Object> fields = properties(
                "run_id", number(""),
                "job", text(""),
                "status", text("Of Spring Batch."),
                "exit_code", maybeNumber("Of the process."),
                "cause", maybeText("Why it did not end well."),
                "next_step", value("object", null, true, "What to do next, with the command that does it."),
                "steps", list(Map.of("type", "object")));
        return object(fields);
    }
}
