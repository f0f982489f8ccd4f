package org.atelier.launcher.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.atelier.database.DatabaseException;
import org.atelier.database.Databases;
import org.atelier.history.RunNow;
import org.atelier.history.RunsNow;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.run.RunRequest;
import org.atelier.run.RunRefusedException;
import org.atelier.run.Shard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks who holds the lock that a start did not get: one that makes no progress would keep all later starts out. */
final class StalledHolder {

    private static final Logger LOG = LoggerFactory.getLogger(StalledHolder.class);

    private final RunRequest request;
    private final Clock clock;

    StalledHolder(RunRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    /**
     * Passes when whoever holds the lock gets on, or cannot be seen.
     *
     * @throws CommandFailure (6) when it is stalled; people are told
     */
    void refuse(RunRefusedException refusal) {
        Optional<RunNow> stalled = find();
        if (stalled.isPresent()) {
            new SendRunNotifications(request, clock).now();
            throw failure(stalled.get(), refusal);
        }
    }

    private Optional<RunNow> find() {
        try (Connection connection = Databases.connect(request.database())) {
            return new RunsNow(connection)
                    .list(request.job().name()).stream()
                            .filter(run -> run.life() == RunNow.Life.STALLED)
                            .filter(run -> excludes(run.scope(), request.scope()))
                            .findFirst();
        } catch (SQLException | DatabaseException e) {
            LOG.warn("Whether the run at work gets on could not be seen: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** A run of the whole and one of a shard keep each other out; two shards do not. */
    private static boolean excludes(String holder, String other) {
        return holder.equals(other) || holder.equals(Shard.whole(other)) || other.equals(Shard.whole(holder));
    }

    private static CommandFailure failure(RunNow run, RunRefusedException refusal) {
        return new CommandFailure(
                ExitCode.LOCKED,
                "run " + run.runId() + " of " + run.scope() + " is stalled: it holds the lock and nothing moves",
                "it is " + run.owner() + ", in phase " + run.phase() + "; until it ends, no other run begins",
                "to see what it did last: atelier logs " + run.runId() + "; to end it: atelier stop " + run.runId()
                        + " --wait",
                refusal);
    }
}
