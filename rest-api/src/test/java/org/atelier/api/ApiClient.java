package org.atelier.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Asks the service. Immutable. */
public record ApiClient(String address, @Nullable String token) {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public ApiClient withToken(@Nullable String other) {
        return new ApiClient(address, other);
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, json, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /** From an address of its own: limits of an address are tried by those who name one. */
    public Answer login(String username, String password) {
        int number = ADDRESSES.incrementAndGet();
        return login(username, password, "10.1." + number / 250 + "." + (number % 250 + 1));
    }

    /** As a proxy tells of that client; the service trusts this machine. */
    public Answer login(String username, String password, String from) {
        String form = "username=" + encoded(username) + "&password=" + encoded(password);
        return send(
                "POST", "/token", form, "Content-Type", "application/x-www-form-urlencoded", "X-Forwarded-For", from);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As below; and the answer is one that the description has. */
    public Answer send(String method, String path, @Nullable String body, String... headers) {
        Answer answer = sendUnjudged(method, path, body, headers);
        if (answer.status() != 503 && !method.equals("HEAD") && !path.startsWith("/docs")) {
            Description.of(this).ifPresent(description -> description.judge(method, path, answer));
        }
        return answer;
    }

    /** Headers are names and values in turn; a body is JSON unless they say otherwise. */
    Answer sendUnjudged(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
