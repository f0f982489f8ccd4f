package org.atelier.observe.notify;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one notification to one target, by HTTP. Waits four seconds at most for all of an answer, and never says more
 * of a failure than its kind: what a client or a server says may hold an address. Thread-safe.
 */
final class PostNotification {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final Clock clock;
    /** Made for the first message: most runs have none. */
    private @Nullable HttpClient client;

    PostNotification(Clock clock) {
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** The target has it. */
        record Taken() implements Outcome {}

        /**
         * It has it not.
         *
         * @param why without an address
         * @param pause that the target asked for, at most a day
         */
        record Refused(String why, Optional<Duration> pause) implements Outcome {

            Refused(String why) {
                this(why, Optional.empty());
            }
        }
    }

    /** Sends. */
    Outcome to(NotifyTarget target, Notification notification) throws InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer;
        try {
            answer = client().sendAsync(
                            target.request(notification).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.discarding());
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused("no request can be made of its address or token");
        }
        try {
            return outcome(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Outcome.Refused("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Outcome.Refused(kind(e.getCause() == null ? e : e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
            client = made;
        }
        return made;
    }

    private static String kind(Throwable failure) {
        return switch (failure.getClass().getSimpleName()) {
            case "HttpTimeoutException" -> "no answer within " + PATIENCE.toSeconds() + " s";
            case "HttpConnectTimeoutException", "ConnectException" -> "it cannot be reached";
            default -> failure.getClass().getSimpleName();
        };
    }

    private Outcome outcome(HttpResponse<Void> response) {
        int status = response.statusCode();
        return status / 100 == 2
                ? new Outcome.Taken()
                : new Outcome.Refused(
                        "it answers " + status,
                        response.headers().firstValue("Retry-After").flatMap(this::pause));
    }

    /** Seconds, or a date. */
    private Optional<Duration> pause(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(within(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(within(Duration.between(clock.instant(), until)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration within(Duration asked) {
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }
}
