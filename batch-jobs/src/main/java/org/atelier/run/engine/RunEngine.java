package org.atelier.run.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.atelier.run.DatabaseGoneException;
import org.atelier.run.EndRequest;
import org.atelier.run.NextStep;
import org.atelier.run.Pauses;
import org.atelier.run.RunHooks;
import org.atelier.run.RunIdentity;
import org.atelier.run.RunOrder;
import org.atelier.run.RunOwner;
import org.atelier.run.RunRefusedException;
import org.atelier.run.RunRefusedException.Reason;
import org.atelier.run.RunReport;
import org.atelier.run.RunTarget;
import org.atelier.run.StopRequest;
import org.atelier.run.lock.Fence;
import org.atelier.run.lock.RunLock;
import org.atelier.run.lock.RunWatch;
import org.atelier.run.lock.TakeOver;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.FindFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs one job once: takes its scope's lock, takes over what a dead run left, and runs the job in a Spring context of
 * its own that ends with it. When the database is gone for a moment, the run goes on where it was, a few times, if
 * nobody else took it over meanwhile.
 */
public final class RunEngine {

    private static final Logger LOG = LoggerFactory.getLogger(RunEngine.class);

    /** The server needs a moment to notice that a session's connection was cut, and to give its lock back. */
    private static final Duration LOST_SESSION = Duration.ofSeconds(10);

    private final DatabaseSettings database;
    private final EngineSettings settings;
    private final RunOwner owner;
    private final LongFunction<String> begun;
    private final Function<NextStep, String> inWords;
    private final FindFailure find;

    /**
     * @param database where data and record go
     * @param settings how it works
     * @param owner who runs
     * @param begun told the run's id before its first step; names the run's own log file, below the data directory
     * @param inWords what people type to do a step
     */
    public RunEngine(
            DatabaseSettings database,
            EngineSettings settings,
            RunOwner owner,
            LongFunction<String> begun,
            Function<NextStep, String> inWords) {
        this.database = database;
        this.settings = settings;
        this.owner = owner;
        this.begun = begun;
        this.inWords = inWords;
        this.find = new FindFailure(database.username(), inWords, new SpringExceptions());
    }

    /**
     * Starts the job as the next one of its scope and runs it to its end; nothing can stop it.
     *
     * @see #run(RunOrder)
     */
    public RunReport run(Class<?> configuration, String scope, List<?> beans) throws Exception {
        return run(new RunOrder(
                scope,
                configuration,
                scope,
                new RunTarget.Tick(),
                LOST_SESSION,
                true,
                List.copyOf(beans),
                new StopRequest(),
                RunHooks.NONE));
    }

    /**
     * Runs the job to its end on the calling thread (and its workers).
     *
     * @throws RunRefusedException when it cannot be run now, or not at all, or was stopped before it began
     * @throws SQLException when the database refuses it
     * @throws DatabaseGoneException when the database was gone for too long
     */
    public RunReport run(RunOrder order) throws Exception {
        Attempts attempts = new Attempts(order, find);
        AtomicBoolean owned = new AtomicBoolean();
        attempts.make(target -> underLock(order, target, owned));
        Pauses pauses = new Pauses(settings.patience());
        while (attempts.mayGoOn() && pause(pauses, order, owned.get())) {
            LOG.warn("The database was gone; the run goes on");
            attempts.make(target -> underLock(order, target, owned));
        }
        return attempts.outcome();
    }

    /** Once the lock was had, signals are the run's own. */
    private static boolean pause(Pauses pauses, RunOrder order, boolean owned) {
        if (owned) {
            return pauses.take(order.stop());
        }
        order.hooks().waits();
        try {
            return pauses.take(order.stop());
        } finally {
            order.hooks().triesAgain();
        }
    }

    private RunAttempt underLock(RunOrder order, RunTarget target, AtomicBoolean owned) throws Exception {
        Duration patience = owned.get() ? LOST_SESSION : order.patience();
        try (RunLock lock = RunLock.take(database, order.scope(), patience).orElseThrow(() -> locked(order))) {
            if (!owned.getAndSet(true)) {
                order.hooks().lockTaken();
            }
            return attempt(order, target, lock);
        }
    }

    private RunAttempt attempt(RunOrder order, RunTarget target, RunLock lock) throws Exception {
        RunIdentity identity =
                new TakeOver(database, order.job(), order.scope(), inWords).forStart(lock, target, order.recover());
        EndRequest end = new EndRequest(order.stop());
        Fence fence = new Fence(identity, lock.holder());
        try (RunWatch watch = RunWatch.start(database, lock, end, order, inWords);
                ConfigurableApplicationContext context = RunContexts.open(
                        order.configuration(),
                        List.of(database, settings, identity, end, fence),
                        order.beans(identity))) {
            return RunAttempt.run(
                    context,
                    identity,
                    owner,
                    end,
                    id -> {
                        watch.begin(id);
                        return begun.apply(id);
                    },
                    find,
                    inWords);
        }
    }

    private static RunRefusedException locked(RunOrder order) {
        return new RunRefusedException(
                Reason.LOCKED,
                "another run of " + order.job() + " is at work",
                "",
                new NextStep.OfJob(NextStep.JobAction.STATUS, order.job())
                        .to("to see it")
                        .then(new NextStep.Just(NextStep.Plain.WAIT)));
    }
}
