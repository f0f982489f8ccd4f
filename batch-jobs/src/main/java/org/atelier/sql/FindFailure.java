package org.atelier.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.atelier.run.FailureKind;
import org.atelier.run.KnownFailure;
import org.atelier.run.LostRunException;
import org.atelier.run.NextStep;
import org.atelier.run.RunFailure;
import org.atelier.settings.ConfigurationException;
import org.atelier.transfer.TlsFault;
import org.jspecify.annotations.Nullable;

/**
 * Finds why a run failed in what was thrown: our own exceptions say it themselves, PostgreSQL by its codes. Immutable.
 */
public final class FindFailure {

    private static final String DATABASE = "The PostgreSQL database: ";

    private final String role;
    private final Function<NextStep, String> inWords;
    private final Wrapping wrapping;

    /**
     * @param role who logs in to the database: what an administrator has to change names it; empty for unknown
     * @param inWords what people type to do a step
     * @param wrapping what exceptions of a framework hide
     */
    public FindFailure(String role, Function<NextStep, String> inWords, Wrapping wrapping) {
        this.role = role;
        this.inWords = inWords;
        this.wrapping = wrapping;
    }

    /** What exceptions of a framework hide. */
    public interface Wrapping {

        /** No framework is there. */
        Wrapping NONE = new Wrapping() {};

        /** What is in it beside its cause; null for nothing. */
        default @Nullable Throwable hidden(Throwable failure) {
            return null;
        }

        /** Whether it only says that another one failed, which says why. */
        default boolean isVague(Throwable failure) {
            return false;
        }
    }

    /** Judges by the innermost exception that says something specific. */
    public RunFailure in(List<Throwable> failures) {
        return limit(failures).map(this::ofLimit).orElseGet(() -> judged(failures));
    }

    private Optional<SessionLimit> limit(List<Throwable> failures) {
        List<SessionLimit> found = new ArrayList<>();
        any(failures, failure -> {
            SessionLimit.behind(failure).ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private RunFailure ofLimit(SessionLimit limit) {
        return new RunFailure(
                FailureKind.CONFIGURATION,
                limit.inWords() + "; to lift it: " + limit.toLift(role),
                null,
                limit.inWords());
    }

    private RunFailure judged(List<Throwable> failures) {
        RunFailure general = null;
        RunFailure vague = RunFailure.shareable(FailureKind.UNEXPECTED, "It failed without saying why");
        Deque<Throwable> open = new ArrayDeque<>(failures);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            Throwable failure = open.pop();
            if (!seen.add(failure)) {
                continue;
            }
            RunFailure specific = specific(failure);
            if (specific != null) {
                return specific;
            }
            if (!inner(failure).isEmpty()) {
                inner(failure).forEach(open::push);
            } else if (wrapping.isVague(failure)) {
                vague = unexpected(failure);
            } else if (general == null) {
                general = unexpected(failure);
            }
        }
        return general == null ? vague : general;
    }

    /** A server's words may quote a row, so only the class of the failure is told. */
    private static RunFailure unexpected(Throwable failure) {
        return new RunFailure(
                FailureKind.UNEXPECTED, words(failure), null, failure.getClass().getSimpleName());
    }

    private List<Throwable> inner(Throwable failure) {
        List<Throwable> inner = new ArrayList<>();
        if (failure.getCause() != null) {
            inner.add(failure.getCause());
        }
        Throwable hidden = wrapping.hidden(failure);
        if (hidden != null) {
            inner.add(hidden);
        }
        return inner;
    }

    private @Nullable RunFailure specific(Throwable failure) {
        if (failure instanceof KnownFailure known) {
            return new RunFailure(known.kind(), words(failure), known.next(), known.shareable());
        }
        // Settings know nothing of runs.
        if (failure instanceof ConfigurationException) {
            return RunFailure.shareable(FailureKind.CONFIGURATION, words(failure));
        }
        return failure instanceof SQLException sql ? ofState(sql) : null;
    }

    private @Nullable RunFailure ofState(SQLException failure) {
        if (SqlStates.DISK_FULL.equals(failure.getSQLState())) {
            return RunFailure.shareable(
                    FailureKind.DISK,
                    "The PostgreSQL database has no room left: " + firstLine(failure)
                            + ". Nothing written so far is lost: make room on its server's disk, then go on");
        }
        if (SqlStates.NO_RIGHT.equals(failure.getSQLState())) {
            return RunFailure.shareable(
                    FailureKind.CONFIGURATION,
                    DATABASE + firstLine(failure) + ". "
                            + inWords.apply(new NextStep.Check("database").to("What to grant")));
        }
        return isServerGone(failure)
                ? new RunFailure(FailureKind.DATABASE, DATABASE + words(failure), null, DATABASE + firstLine(failure))
                : null;
    }

    /** Whether the same again may go well: a connection or the server was gone, or two transactions collided. */
    public boolean isPassing(List<Throwable> failures) {
        // A limit that struck would strike again, whatever became of the connection; a session was idle by chance.
        return limit(failures)
                        .filter(limit -> limit != SessionLimit.IDLE_SESSION)
                        .isEmpty()
                && !any(failures, FindFailure::isUntrusted)
                && any(failures, FindFailure::isPassing);
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof LostRunException
                || (failure instanceof KnownFailure known && known.isPassing())
                || (failure instanceof SQLException sql
                        && (isServerGone(sql) || SqlStates.tryAgain(sql.getSQLState())));
    }

    /** A certificate stays what it is; TLS alone may also break with the connection. */
    private static boolean isUntrusted(Throwable failure) {
        return TlsFault.of(failure)
                .filter(fault -> fault != TlsFault.NO_COMMON_TLS)
                .isPresent();
    }

    private static boolean isServerGone(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || SqlStates.serverGone(failure.getSQLState())
                || closedByPool(failure);
    }

    /**
     * What the pool says of a connection it gave up because it broke; a failed rollback then hides the failed commit.
     */
    private static boolean closedByPool(SQLException failure) {
        return failure.getSQLState() == null && "Connection is closed".equals(failure.getMessage());
    }

    /** Whether a statement was cancelled. */
    public boolean isCancelled(List<Throwable> failures) {
        return any(
                failures,
                failure -> failure instanceof SQLException sql && SqlStates.CANCELLED.equals(sql.getSQLState()));
    }

    private boolean any(List<Throwable> failures, Predicate<Throwable> wanted) {
        Deque<Throwable> open = new ArrayDeque<>(failures);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            Throwable failure = open.pop();
            if (wanted.test(failure)) {
                return true;
            }
            if (seen.add(failure)) {
                inner(failure).forEach(open::push);
            }
        }
        return false;
    }

    /** Without the server's hint and context. */
    private static String firstLine(Throwable failure) {
        return words(failure).lines().findFirst().orElse("");
    }

    private static String words(Throwable failure) {
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }
}
