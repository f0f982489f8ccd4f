package org.atelier.observe.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.atelier.settings.Secret;

/**
 * Tells a dead man's switch elsewhere that all is well, or what is not: the switch raises an alarm when it hears
 * nothing, also when the machine is gone. As healthchecks.io has it: GET of an address, POST of problems to its
 * {@code /fail}.
 */
public final class HeartbeatPing {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TRIES = 4;

    private final Secret url;
    private final Duration pause;

    /** @param url all of it counts as a secret */
    public HeartbeatPing(Secret url) {
        this(url, Duration.ofSeconds(1));
    }

    /** @param pause before another try */
    HeartbeatPing(Secret url, Duration pause) {
        this.url = url;
        this.pause = pause;
    }

    /**
     * Tells it.
     *
     * @param problems none: all is well
     * @return why it does not know, without the address; empty when it knows
     */
    public Optional<String> tell(List<String> problems) throws InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        String why = "";
        for (int tries = 0; tries < TRIES; tries++) {
            if (tries > 0) {
                Thread.sleep(pause.toMillis());
            }
            try {
                int status = http.send(request(problems), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status / 100 == 2) {
                    return Optional.empty();
                }
                why = "it answers " + status;
            } catch (IOException e) {
                why = "it cannot be reached (" + e.getClass().getSimpleName() + ")";
            }
        }
        return Optional.of(why);
    }

    private HttpRequest request(List<String> problems) {
        String base = url.reveal().replaceFirst("/+$", "");
        return problems.isEmpty()
                ? HttpRequest.newBuilder(URI.create(base))
                        .timeout(PATIENCE)
                        .GET()
                        .build()
                : HttpRequest.newBuilder(URI.create(base + "/fail"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", problems)))
                        .build();
    }
}
