package org.atelier.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.atelier.reject.RejectLimitException;
import org.atelier.run.RunEnding;
import org.atelier.run.RunFailure;
import org.atelier.run.TypedStep;
import org.atelier.settings.ConfigurationException;
import org.atelier.sql.FindFailure;
import org.atelier.transfer.UnreachableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.transaction.TransactionSystemException;

class RunFailureTest {

    private static final FindFailure FIND = new FindFailure("batch", TypedStep::of, new SpringExceptions());

    private static RunFailure of(Throwable... failures) {
        return FIND.in(List.of(failures));
    }

    @Test
    void the_specific_cause_is_found_however_deep_it_lies() {
        assertThat(of(new IllegalStateException(
                        "step", new RuntimeException(new ConfigurationException("two sources")))))
                .extracting(RunFailure::ending, RunFailure::cause)
                .containsExactly(RunEnding.CONFIGURATION, "two sources");
        assertThat(of(new IOException("x", new UnreachableException("host is down"))))
                .extracting(RunFailure::ending, RunFailure::cause)
                .containsExactly(RunEnding.UNREACHABLE, "host is down");
        assertThat(of(new RuntimeException(new SQLException("gone", "08006"))).ending())
                .isEqualTo(RunEnding.UNREACHABLE);
    }

    @Test
    void any_other_failure_is_told_by_its_innermost_words() {
        assertThat(of(new RuntimeException("outer", new IllegalStateException("inner"))))
                .extracting(RunFailure::ending, RunFailure::cause)
                .containsExactly(RunEnding.FAILED, "inner");
        assertThat(of(new RuntimeException(new NullPointerException())))
                .extracting(RunFailure::ending, RunFailure::cause)
                .containsExactly(RunEnding.FAILED, "NullPointerException");
        assertThat(of(new RuntimeException(new SQLException("no such column", "42703")))
                        .ending())
                .isEqualTo(RunEnding.FAILED);
        assertThat(of().ending()).isEqualTo(RunEnding.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "57014, canceling statement due to statement timeout, statement_timeout",
        "57014, annulation de la requête à cause du délai écoulé, statement_timeout",
        "55P03, canceling statement due to lock timeout, lock_timeout",
        "25P03, terminating connection due to idle-in-transaction timeout, idle_in_transaction_session_timeout",
        "25P04, terminating connection due to transaction timeout, transaction_timeout",
        "57P05, terminating connection due to idle-session timeout, idle_session_timeout"
    })
    void a_limit_that_an_administrator_set_is_told_by_its_name_and_role(String state, String words, String limit) {
        TransactionSystemException rollback =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        rollback.initApplicationException(new RuntimeException(new SQLException(words, state)));

        RunFailure failure = of(rollback);

        assertThat(failure.ending()).isEqualTo(RunEnding.CONFIGURATION);
        assertThat(failure.cause())
                .isEqualTo("The limit " + limit + " of the PostgreSQL database struck; to lift it: alter role \"batch\""
                        + " set " + limit + " = 0 (or by alter database, where it is set there)");
        // A connection that was idle is there again at once.
        assertThat(FIND.isPassing(List.of(rollback))).isEqualTo(limit.equals("idle_session_timeout"));
    }

    @Test
    void a_statement_that_somebody_cancelled_is_no_limit() {
        assertThat(of(new SQLException("canceling statement due to user request", "57014"))
                        .ending())
                .isEqualTo(RunEnding.FAILED);
    }

    @Test
    void a_failed_rollback_does_not_hide_what_was_rolled_back() {
        TransactionSystemException rollback =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        rollback.initApplicationException(new RuntimeException(new SQLException("terminating connection", "57P01")));

        assertThat(of(rollback))
                .extracting(RunFailure::ending, RunFailure::cause)
                .containsExactly(RunEnding.UNREACHABLE, "The PostgreSQL database: terminating connection");
    }

    @Test
    void what_a_worker_says_counts_more_than_that_a_worker_failed() {
        JobExecutionException batch = new JobExecutionException("Partition handler returned an unsuccessful step");
        Exception worker = new IllegalStateException("disk full");

        assertThat(of(batch, worker))
                .extracting(RunFailure::ending, RunFailure::cause)
                .containsExactly(RunEnding.FAILED, "disk full");
        assertThat(of(worker, batch))
                .extracting(RunFailure::ending, RunFailure::cause)
                .containsExactly(RunEnding.FAILED, "disk full");
        assertThat(of(batch).cause()).contains("Partition handler");
    }

    @Test
    void what_may_quote_a_row_is_not_told_outside() {
        assertThat(of(new IllegalStateException("order 100062 is refused")).shareable())
                .isEqualTo("IllegalStateException");
        assertThat(of(new RejectLimitException("2 of 3 lines are rejected", "DEM12 (PVC)/20250528.LOG"))
                        .shareable())
                .isEqualTo("2 of 3 lines are rejected");
        assertThat(of(new UnreachableException("host is down")).shareable()).isEqualTo("host is down");
    }

    @Test
    void a_circle_of_causes_ends() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);

        assertThat(of(first).ending()).isEqualTo(RunEnding.FAILED);
    }
}
