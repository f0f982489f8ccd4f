package org.atelier.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import org.atelier.accounts.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is told as RFC 9457 has it, and tells nothing else. */
class ProblemsTest {

    private static final RunningApi API = RunningApi.shared();
    private static final ApiClient ADMIN = API.as("problems-admin", Role.ADMIN);
    private static final ApiClient READER = API.as("problems-reader", Role.READER);

    private static void isProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("title").asString()).isNotBlank();
        assertThat(answer.json().get("instance").asString()).startsWith("/");
        assertThat(answer.body()).doesNotContain("Exception", "org.", "select ", "at java");
    }

    @Test
    void what_is_not_there_is_not_found_but_only_for_whom_is_known() {
        isProblem(ADMIN.get("/nowhere"), 404);
        isProblem(ADMIN.get("/users/999999999"), 404);
        isProblem(ADMIN.get("/users/abc"), 404);
        isProblem(ADMIN.get("/users/99999999999999999999"), 404);
        Answer unknown = API.anybody().get("/nowhere");
        isProblem(unknown, 401);
        assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void who_may_not_is_told_so_with_what_is_lacking() {
        Answer denied = READER.get("/users/");
        isProblem(denied, 403);
        assertThat(denied.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
    }

    @Test
    void methods_and_types_that_are_not_taken_are_named() {
        Answer method = ADMIN.send("PUT", "/users/1", "{}");
        isProblem(method, 405);
        assertThat(method.header("Allow")).contains("PATCH");
        isProblem(ADMIN.send("POST", "/users", "<a/>", "Content-Type", "application/xml"), 415);
        isProblem(ADMIN.get("/users/", "Accept", "application/xml"), 406);
        isProblem(ADMIN.get("/nowhere", "Accept", "text/csv"), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/users", "/users/", "/users/me", "/users/me/", "/health", "/health/", "/health/readiness/"})
    void a_path_is_the_same_with_and_without_its_last_slash(String path) {
        assertThat(ADMIN.get(path).status()).isEqualTo(200);
    }

    @Test
    void a_slash_more_opens_nothing() {
        assertThat(READER.get("/users//").status()).isIn(400, 403, 404);
        assertThat(API.anybody().get("/users/me/").status()).isEqualTo(401);
        assertThat(API.anybody().get("/health/..%2fusers").status()).isIn(400, 401);
        assertThat(API.anybody().get("/health/%2e%2e/users").status()).isIn(400, 401);
        assertThat(API.anybody().get("/health;/../users").status()).isIn(400, 401);
    }

    @Test
    void a_body_is_neither_too_large_nor_too_deep() {
        isProblem(ADMIN.post("/users", "{\"username\":\"" + "x".repeat(1 << 20) + "\"}"), 413);
        isProblem(ADMIN.post("/users", "[".repeat(10_000)), 400);
        isProblem(ADMIN.post("/users", "{\"roles\":" + "[".repeat(30) + "]".repeat(30) + "}"), 422);
        Answer form = API.anybody()
                .send(
                        "POST",
                        "/token",
                        "username=x&password=" + "x".repeat(20_000),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        isProblem(form, 413);
    }

    @Test
    void a_body_without_a_length_is_counted_while_it_comes() throws IOException {
        StringBuilder chunks = new StringBuilder();
        String chunk = " ".repeat(1 << 16);
        for (int i = 0; i < 20; i++) {
            chunks.append("10000\r\n").append(chunk).append("\r\n");
        }
        String answer = raw("POST /users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + ADMIN.token()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "1\r\n{\r\n" + chunks + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400",
        "'GET /{} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400",
        "'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400",
        "'TRACE /users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 4",
        "'GET /users/me HTTP/1.1\r\nHost: x\r\nX-Y: a\u0000b\r\nConnection: close\r\n\r\n', 40"
    })
    void what_is_no_request_is_told_no_more_than_that(String request, String status) throws IOException {
        String answer = raw(request);
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .doesNotContain("Tomcat", "<html", "Exception")
                .doesNotContain("Server:");
    }

    @Test
    void headers_that_are_too_large_are_refused() throws IOException {
        assertThat(raw("GET /users/me HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(9000)
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    private static String raw(String request) throws IOException {
        URI address = URI.create(API.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(ISO_8859_1));
                out.flush();
            } catch (IOException refusedMeanwhile) {
                assertThat(refusedMeanwhile).isNotNull();
            }
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @Test
    void every_answer_has_the_headers_that_protect_it() {
        for (Answer answer : new Answer[] {
            ADMIN.get("/users/me"), API.anybody().get("/nowhere"), API.anybody().get("/health")
        }) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void no_other_origin_is_let_in() {
        Answer asked = ADMIN.get("/users/me", "Origin", "https://evil.example.org");
        assertThat(asked.header("Access-Control-Allow-Origin")).isEmpty();
        Answer before = API.anybody()
                .send(
                        "OPTIONS",
                        "/users/me",
                        null,
                        "Origin",
                        "https://evil.example.org",
                        "Access-Control-Request-Method",
                        "GET");
        assertThat(before.status()).isIn(401, 403);
        assertThat(before.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void a_database_that_takes_too_long_is_told_as_such_and_the_service_goes_on() throws Exception {
        RunningApi api = RunningApi.other();
        ApiClient reader = api.as("problems-late", Role.READER);
        try (Connection blocker = api.database().connect();
                Statement lock = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            lock.execute("lock table utilisateur_bucket in access exclusive mode");
            isProblem(reader.get("/users/me"), 503);
        }
        assertThat(reader.get("/users/me").status()).isEqualTo(200);
    }
}
