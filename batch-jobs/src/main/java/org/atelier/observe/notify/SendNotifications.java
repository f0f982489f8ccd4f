package org.atelier.observe.notify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.atelier.observe.notify.Outbox.Due;
import org.atelier.observe.notify.PostNotification.Outcome;
import org.atelier.run.NextStep;
import org.atelier.sql.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, the oldest first, each target on its own: one that fails is left until the next time. */
public final class SendNotifications {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotifications.class);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Map<String, NotifyTarget> targets = new LinkedHashMap<>();
    private final PostNotification post;
    private final String whichOnes;

    /**
     * @param settings where they go
     * @param inWords what people type to do a step
     * @param clock for what a target says about when to come again
     */
    public SendNotifications(NotifySettings settings, Function<NextStep, String> inWords, Clock clock) {
        settings.targets().forEach(target -> targets.put(target.name(), target));
        post = new PostNotification(clock);
        whichOnes = inWords.apply(new NextStep.Just(NextStep.Plain.NOTIFICATIONS));
    }

    /**
     * What was sent.
     *
     * @param sent deliveries that were taken
     * @param failed deliveries that are tried again later
     * @param givenUp deliveries that are not
     */
    public record Sent(int sent, int failed, int givenUp) {}

    /**
     * Sends for about that time at most: none is begun after it, and each takes four seconds at most.
     *
     * @param connection to a database with the schema, in no transaction
     */
    public Sent within(Duration budget, Connection connection) throws SQLException, InterruptedException {
        return Sql.ask(Sql.on(connection), handle -> {
            Outbox outbox = new Outbox(handle);
            int givenUp = outbox.giveUp();
            if (givenUp > 0) {
                LOG.warn("{} notifications are given up after three days: {}", givenUp, whichOnes);
            }
            return send(outbox, System.nanoTime() + budget.toNanos(), givenUp);
        });
    }

    private Sent send(Outbox outbox, long end, int givenUp) throws InterruptedException {
        Map<String, NotifyTarget> well = new LinkedHashMap<>(targets);
        int sent = 0;
        while (!well.isEmpty() && System.nanoTime() < end) {
            Optional<Due> due = outbox.take(well.keySet());
            if (due.isEmpty()) {
                break;
            }
            if (send(outbox, due.get())) {
                sent++;
            } else {
                well.remove(due.get().target());
            }
        }
        return new Sent(sent, targets.size() - well.size(), givenUp);
    }

    private boolean send(Outbox outbox, Due due) throws InterruptedException {
        NotifyTarget target = Objects.requireNonNull(targets.get(due.target()), "a target that was asked for");
        Outcome outcome = post.to(target, due.notification());
        if (outcome instanceof Outcome.Refused refused) {
            Duration pause = refused.pause().orElseGet(() -> pause(due.attempts()));
            outbox.failed(due, refused.why(), pause);
            LOG.warn(
                    "Notification {} could not be sent to {} at {}: {}; it is tried again",
                    due.notification().id(),
                    target.name(),
                    target.address().host(),
                    refused.why());
            return false;
        }
        outbox.delivered(due);
        return true;
    }

    /** One minute, then twice as long each time, up to an hour. */
    private static Duration pause(int attempts) {
        Duration pause = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Sends a test to each target; why it did not go, by the target's name, null where it went. */
    public Map<String, Optional<String>> test(Instant now) throws InterruptedException {
        Map<String, Optional<String>> results = new LinkedHashMap<>();
        for (NotifyTarget target : targets.values()) {
            Outcome outcome = post.to(target, Notification.test(now));
            results.put(
                    target.name(),
                    outcome instanceof Outcome.Refused refused ? Optional.of(refused.why()) : Optional.empty());
        }
        return results;
    }
}
