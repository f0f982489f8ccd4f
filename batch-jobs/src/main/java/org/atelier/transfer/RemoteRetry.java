package org.atelier.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Repeats what a network fault has cut off, after growing pauses with jitter. What another try cannot mend, such as a
 * missing file or a refused login, is not repeated. Thread-safe.
 */
public final class RemoteRetry {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration A_YEAR = Duration.ofDays(365);

    private static final Logger LOG = LoggerFactory.getLogger(RemoteRetry.class);

    private final RetryTemplate template;

    /**
     * @param retries how often it is tried again after the first failure
     * @param firstPause before the first retry; each later pause is twice as long, at most 30 s, give or take half of
     *     the first
     */
    public RemoteRetry(int retries, Duration firstPause) {
        this.template = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(retries)
                .delay(firstPause)
                .multiplier(2)
                .jitter(firstPause.dividedBy(2))
                .maxDelay(LONGEST_PAUSE)
                .predicate(RemoteRetry::mayPass)
                .build());
    }

    /** Retries for as long as where nobody says otherwise. */
    public static RemoteRetry standard() {
        return within(SourcesKeys.PATIENCE.usual());
    }

    /**
     * Retries until so much was paused in all, a year at most, the first time after a second; with zero, not at all.
     */
    public static RemoteRetry within(Duration patience) {
        Duration first = patience.isZero() || patience.compareTo(FIRST_PAUSE) > 0 ? FIRST_PAUSE : patience;
        return new RemoteRetry(retries(patience, first), first);
    }

    static int retries(Duration patience, Duration firstPause) {
        Duration left = patience.compareTo(A_YEAR) > 0 ? A_YEAR : patience;
        Duration pause = firstPause;
        int retries = 0;
        while (left.compareTo(Duration.ZERO) > 0) {
            left = left.minus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            retries++;
        }
        return retries;
    }

    /**
     * Calls until it succeeds or nothing is left to try.
     *
     * @param what it is, for the log
     * @throws IOException the last failure
     */
    public <T> T call(String what, Callable<T> attempt) throws IOException {
        try {
            return template.execute(new Retryable<T>() {
                @Override
                public T execute() throws Exception {
                    try {
                        return attempt.call();
                    } catch (IOException e) {
                        LOG.warn("{}: {}", what, e.getMessage());
                        throw e;
                    }
                }

                @Override
                public String getName() {
                    return what;
                }
            });
        } catch (RetryException e) {
            throw asIo(e.getCause());
        }
    }

    private static boolean mayPass(Throwable fault) {
        return fault instanceof IOException
                && !(fault instanceof OwnDiskException)
                && !(fault instanceof LoginRefusedException)
                && !(fault instanceof UntrustedServerException)
                && !(fault instanceof MissingDirectoryException)
                && !(fault instanceof MissingFileException)
                && !(fault instanceof UnknownFactsException)
                && !(fault instanceof RefusedPathException);
    }

    private static IOException asIo(Throwable fault) {
        if (fault instanceof RuntimeException runtime) {
            throw runtime;
        }
        return fault instanceof IOException io ? io : new IOException(fault);
    }
}
