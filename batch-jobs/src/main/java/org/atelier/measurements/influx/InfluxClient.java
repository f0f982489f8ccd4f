package org.atelier.measurements.influx;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Secret;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.UnreachableException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the server, on one connection that is kept open, and sorts the answers. What may pass is tried
 * again: no connection, no answer in time, 429, 500, 502, 503, 504; a pause that the server asks for is kept. The token
 * is never in a message. Thread-safe.
 */
final class InfluxClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int SHOWN = 300;

    private final InfluxSettings settings;
    private final URI url;
    private final RemoteRetry retry;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    InfluxClient(InfluxSettings settings, RemoteRetry retry) {
        this.settings = settings;
        this.url = Objects.requireNonNull(settings.url(), "a server that is named");
        this.retry = retry;
    }

    /** An answer that no other try would change. */
    record Answer(int status, String body, @Nullable String retryAfter) {

        boolean isGood() {
            return status / 100 == 2;
        }
    }

    /** A request to a path of the server, with parameters. */
    HttpRequest.Builder request(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        String base = url.toString().replaceFirst("/+$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + path + (parameters.isEmpty() ? "" : "?" + parameters)))
                .timeout(ANSWER);
        Secret token = settings.token();
        return token == null ? request : request.header("Authorization", "Token " + token.reveal());
    }

    /** A request that writes lines. */
    HttpRequest writing(String path, Map<String, String> query, byte[] gzip) {
        return request(path, query)
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip))
                .build();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Sends it until there is an answer that stays.
     *
     * @param what it does, for people
     * @throws UnreachableException when there is none
     * @throws ConfigurationException when the token is refused
     */
    Answer send(String what, HttpRequest request) throws IOException {
        return authorized(retry.call(what, () -> lasting(once(request))));
    }

    /** As above, of a server that answers 500 where it refuses a query: that is an answer that stays. */
    Answer query(String what, HttpRequest request) throws IOException {
        return authorized(retry.call(what, () -> {
            Answer answer = once(request);
            return answer.status() == 500 ? answer : lasting(answer);
        }));
    }

    private Answer authorized(Answer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            throw new ConfigurationException("InfluxDB at " + shown() + " refuses the token (" + answer.status()
                    + "): set atelier.measurements.influx.token to one that may write, and make buckets");
        }
        return answer;
    }

    /** Sends it once. */
    private Answer once(HttpRequest request) throws IOException {
        HttpResponse<String> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            throw new UnreachableException("InfluxDB at " + shown() + " is unreachable: " + kind(e), e);
        }
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Retry-After").orElse(null));
    }

    /** An answer that another try may change is none. */
    private Answer lasting(Answer answer) throws UnreachableException {
        int status = answer.status();
        if (status == 429 || status == 500 || status >= 502) {
            String asked = answer.retryAfter();
            if (asked != null) {
                pause(asked);
            }
            throw new UnreachableException("InfluxDB at " + shown() + " is unavailable: it answers " + status);
        }
        return answer;
    }

    private static void pause(String seconds) {
        if (seconds.matches("\\d{1,5}")) {
            Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
            try {
                Thread.sleep((asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String kind(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "HttpTimeoutException" -> "no answer within " + ANSWER.toSeconds() + " s";
            case "HttpConnectTimeoutException" -> "no connection within " + CONNECT.toSeconds() + " s";
            case "ConnectException" -> "nobody listens there";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** The address, without anything secret. */
    String shown() {
        return url.getScheme() + "://" + url.getAuthority();
    }

    /** The first words of what a server says, on one line. */
    static String words(Answer answer) {
        String text = answer.body().replaceAll("\\s+", " ").strip();
        return answer.status() + " " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
    }
}
