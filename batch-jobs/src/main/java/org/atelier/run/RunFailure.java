package org.atelier.run;

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
import java.util.function.Predicate;
import org.atelier.reject.RejectLimitException;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.ShownUrl;
import org.atelier.sql.SessionLimit;
import org.atelier.sql.SqlStates;
import org.atelier.transfer.CutOffException;
import org.atelier.transfer.LoginRefusedException;
import org.atelier.transfer.OwnDiskException;
import org.atelier.transfer.TlsFault;
import org.atelier.transfer.UnreachableException;
import org.atelier.transfer.UntrustedServerException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Why a run failed, found in the exceptions of its steps.
 *
 * @param ending what kind of failure it is
 * @param cause in words for people; no secret
 * @param next what to do, where the failure knows better than its kind
 * @param kind by which failures are alike
 * @param told the cause in words that may leave the plant: no order, no line, nothing of a file
 */
public record RunFailure(
        RunEnding ending, String cause, @Nullable String next, FailureKind kind, String told) {

    /** A driver may quote the URL it was given. */
    public RunFailure {
        cause = ShownUrl.within(cause);
        told = ShownUrl.within(told);
    }

    /** What the cause says may be told to anybody. */
    private static RunFailure told(RunEnding ending, FailureKind kind, String cause) {
        return new RunFailure(ending, cause, null, kind, cause);
    }

    /** A server's words may quote a row, so only the class of the failure is told. */
    private static RunFailure unexpected(Throwable failure) {
        return new RunFailure(
                RunEnding.FAILED,
                words(failure),
                null,
                FailureKind.UNEXPECTED,
                failure.getClass().getSimpleName());
    }

    /** Of a run that came to its end, and to so many files or rows that failed. */
    public static RunFailure some(long failures) {
        return told(RunEnding.WITH_ERRORS, FailureKind.WITH_ERRORS, "Of its files or rows, " + failures + " failed");
    }

    /** Of a run that came to its end, and loaded what needs a look by people. */
    public static RunFailure gate(GateResult gate) {
        return new RunFailure(
                RunEnding.WITH_ERRORS,
                gate.cause(),
                gate.next(),
                FailureKind.GATE,
                "Of its files, " + gate.failed() + " failed the quality gate");
    }

    /** Of a run whose lock was lost. */
    public static RunFailure lost(String cause) {
        return new RunFailure(RunEnding.UNREACHABLE, cause, null, FailureKind.DATABASE, "The run's lock was lost");
    }

    /** Judges by the innermost exception that says something specific. */
    public static RunFailure of(List<Throwable> failures) {
        return of(failures, "");
    }

    /** The same, for a role that is known: what an administrator has to change names it. */
    public static RunFailure of(List<Throwable> failures, String role) {
        return limit(failures).map(limit -> ofLimit(limit, role)).orElseGet(() -> judged(failures));
    }

    private static Optional<SessionLimit> limit(List<Throwable> failures) {
        List<SessionLimit> found = new ArrayList<>();
        any(failures, failure -> {
            SessionLimit.behind(failure).ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private static RunFailure ofLimit(SessionLimit limit, String role) {
        return new RunFailure(
                RunEnding.CONFIGURATION,
                limit.told() + "; to lift it: " + limit.toLift(role),
                null,
                FailureKind.CONFIGURATION,
                limit.told());
    }

    private static RunFailure judged(List<Throwable> failures) {
        RunFailure general = null;
        RunFailure ofBatch = told(RunEnding.FAILED, FailureKind.UNEXPECTED, "It failed without saying why");
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
            } else if (failure instanceof JobExecutionException) {
                ofBatch = unexpected(failure);
            } else if (general == null) {
                general = unexpected(failure);
            }
        }
        // Spring Batch only says that a worker failed; the worker says why.
        return general == null ? ofBatch : general;
    }

    /** A failed rollback hides why there was one. */
    private static List<Throwable> inner(Throwable failure) {
        List<Throwable> inner = new ArrayList<>();
        if (failure.getCause() != null) {
            inner.add(failure.getCause());
        }
        if (failure instanceof TransactionSystemException rollback && rollback.getApplicationException() != null) {
            inner.add(rollback.getApplicationException());
        }
        return inner;
    }

    private static @Nullable RunFailure specific(Throwable failure) {
        if (failure instanceof ConfigurationException
                || failure instanceof LoginRefusedException
                || failure instanceof UntrustedServerException) {
            return told(RunEnding.CONFIGURATION, FailureKind.CONFIGURATION, words(failure));
        }
        if (failure instanceof NotFoundException missing) {
            // To go on would take all the others.
            return new RunFailure(
                    RunEnding.NOT_FOUND, words(missing), NotFoundException.NEXT, FailureKind.NOT_FOUND, words(missing));
        }
        if (failure instanceof UnreachableException) {
            return told(RunEnding.UNREACHABLE, FailureKind.UNREACHABLE, words(failure));
        }
        if (failure instanceof RejectLimitException limit) {
            return new RunFailure(RunEnding.WITH_ERRORS, words(limit), null, FailureKind.REJECT_LIMIT, limit.figures());
        }
        if (failure instanceof GuardException guard) {
            return new RunFailure(RunEnding.WITH_ERRORS, words(guard), guard.next(), FailureKind.GUARD, words(guard));
        }
        if (failure instanceof OwnDiskException) {
            return told(RunEnding.FAILED, FailureKind.DISK, words(failure));
        }
        if (failure instanceof SQLException sql && SqlStates.DISK_FULL.equals(sql.getSQLState())) {
            return told(
                    RunEnding.FAILED,
                    FailureKind.DISK,
                    "The PostgreSQL database has no room left: " + firstLine(failure)
                            + ". Nothing written so far is lost: make room on its server's disk, then go on");
        }
        if (failure instanceof SQLException sql && SqlStates.NO_RIGHT.equals(sql.getSQLState())) {
            return told(
                    RunEnding.CONFIGURATION,
                    FailureKind.CONFIGURATION,
                    "The PostgreSQL database: " + firstLine(failure) + ". What to grant: atelier check database");
        }
        if (isServerGone(failure)) {
            return new RunFailure(
                    RunEnding.UNREACHABLE,
                    "The PostgreSQL database: " + words(failure),
                    null,
                    FailureKind.DATABASE,
                    "The PostgreSQL database: " + firstLine(failure));
        }
        return null;
    }

    /** Whether the same again may go well: a connection or the server was gone, or two transactions collided. */
    public static boolean isPassing(List<Throwable> failures) {
        // A limit that struck would strike again, whatever became of the connection; a session was idle by chance.
        return limit(failures)
                        .filter(limit -> limit != SessionLimit.IDLE_SESSION)
                        .isEmpty()
                && !any(failures, RunFailure::isUntrusted)
                && any(
                        failures,
                        failure -> failure instanceof LostRunException
                                || failure instanceof CutOffException
                                || isServerGone(failure)
                                || (failure instanceof SQLException sql && SqlStates.tryAgain(sql.getSQLState())));
    }

    /** A certificate stays what it is; TLS alone may also break with the connection. */
    private static boolean isUntrusted(Throwable failure) {
        return TlsFault.of(failure)
                .filter(fault -> fault != TlsFault.NO_COMMON_TLS)
                .isPresent();
    }

    private static boolean isServerGone(Throwable failure) {
        return failure instanceof SQLTransientConnectionException
                || (failure instanceof SQLException sql
                        && (SqlStates.serverGone(sql.getSQLState()) || closedByPool(sql)));
    }

    /**
     * What the pool says of a connection it gave up because it broke; a failed rollback then hides the failed commit.
     */
    private static boolean closedByPool(SQLException failure) {
        return failure.getSQLState() == null && "Connection is closed".equals(failure.getMessage());
    }

    /** Whether a statement was cancelled. */
    public static boolean isCancelled(List<Throwable> failures) {
        return any(
                failures,
                failure -> failure instanceof SQLException sql && SqlStates.CANCELLED.equals(sql.getSQLState()));
    }

    private static boolean any(List<Throwable> failures, Predicate<Throwable> wanted) {
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
