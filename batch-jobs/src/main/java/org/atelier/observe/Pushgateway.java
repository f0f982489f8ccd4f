package org.atelier.observe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * A Prometheus Pushgateway. A push replaces what was pushed before for the same scope. Waits five seconds at most, so
 * that a process asked to stop ends within its grace period.
 */
final class Pushgateway {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI address;

    Pushgateway(URI address) {
        this.address = address;
    }

    void push(String scope, String metrics) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(group(scope))
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .PUT(HttpRequest.BodyPublishers.ofString(metrics, StandardCharsets.UTF_8))
                .build();
        int status = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .build()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status / 100 != 2) {
            throw new IOException("it answers " + status);
        }
    }

    // In base64, because a shard's scope has a slash.
    private URI group(String scope) {
        String base = address.toString().replaceFirst("/+$", "");
        String encoded = Base64.getUrlEncoder().encodeToString(scope.getBytes(StandardCharsets.UTF_8));
        return URI.create(base + "/metrics/job/atelier/scope@base64/" + encoded);
    }
}
