package org.atelier.launcher.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.atelier.database.Databases;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.run.RunRequest;
import org.atelier.observe.notify.FindNews;
import org.atelier.observe.notify.NotifySettings;
import org.atelier.observe.notify.SendNotifications;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends people what they are to know: when a run begins, beside it, what an earlier process left unsent; when it has
 * ended, what came of it. Takes ten seconds of the run's end at most, and changes nothing of it.
 */
final class SendRunNotifications {

    private static final Logger LOG = LoggerFactory.getLogger(SendRunNotifications.class);

    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(4);
    private static final int ANSWER_MILLIS = 15_000;

    private final RunRequest request;
    private final Clock clock;
    private final boolean wanted;
    private final AtomicReference<@Nullable Thread> beside = new AtomicReference<>();

    SendRunNotifications(RunRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
        this.wanted = !request.settings().get(NotifySettings.class).targets().isEmpty();
    }

    /** Sends what was left once, when the first attempt at the run begins. */
    LongFunction<String> whenBegun(LongFunction<String> begun) {
        return run -> {
            String log = begun.apply(run);
            Thread thread = new Thread(() -> send(BUDGET.minus(LONGEST_ATTEMPT)), "notifications");
            thread.setDaemon(true);
            if (wanted && beside.compareAndSet(null, thread)) {
                thread.start();
            }
            return log;
        };
    }

    /** Sends what came of the run. One that was asked to stop has no time: the next start sends. */
    void of(RunReport report) {
        if (!wanted) {
            return;
        }
        long begun = System.nanoTime();
        try {
            Thread thread = beside.get();
            if (thread != null) {
                thread.join(BUDGET.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration left = BUDGET.minus(LONGEST_ATTEMPT).minusNanos(System.nanoTime() - begun);
        send(report.ending() == RunEnding.STOPPED ? Duration.ZERO : left);
    }

    /** Sends what is due now, where no run came of the start. */
    void now() {
        if (wanted) {
            send(BUDGET.minus(LONGEST_ATTEMPT));
        }
    }

    private void send(Duration budget) {
        try (Connection connection = Databases.connect(request.database())) {
            connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
            find(connection);
            new SendNotifications(request.settings().get(NotifySettings.class), NextCommand::of, clock)
                    .within(budget, connection);
        } catch (SQLException | RuntimeException e) {
            // Whatever it is, the run is what it was.
            LOG.warn("Notifications are left for the next start: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Notifications are left for the next start: sending was interrupted");
        }
    }

    /** What was found before is sent, whatever comes of this look. */
    private void find(Connection connection) {
        try {
            new FindNews(request.settings().get(NotifySettings.class), NextCommand::of).in(connection);
        } catch (SQLException e) {
            LOG.warn("What is to be told is looked for again by the next start: {}", e.getMessage());
        }
    }
}
