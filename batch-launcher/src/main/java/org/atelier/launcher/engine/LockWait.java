package org.atelier.launcher.engine;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.atelier.run.DatabaseSettings;
import org.atelier.run.RunLock;
import org.jspecify.annotations.Nullable;

/** Takes a run's lock, and waits for it as long as asked. */
final class LockWait {

    private static final long PAUSE_MILLIS = 500;

    private final Clock clock;

    LockWait(Clock clock) {
        this.clock = clock;
    }

    /** The lock; null when somebody else still holds it after that time. */
    @Nullable RunLock take(DatabaseSettings database, String scope, Duration patience) throws SQLException {
        Instant end = clock.instant().plus(patience);
        while (true) {
            Optional<RunLock> lock = RunLock.tryTake(database, scope);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (!clock.instant().isBefore(end) || !pause()) {
                return null;
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
