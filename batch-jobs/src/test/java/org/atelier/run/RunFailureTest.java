package org.atelier.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.atelier.transfer.UnreachableException;
import org.junit.jupiter.api.Test;

class RunFailureTest {

    private static RunFailure of(Throwable... failures) {
        return RunFailure.of(List.of(failures));
    }

    @Test
    void the_specific_cause_is_found_however_deep_it_lies() {
        assertThat(of(new IllegalStateException(
                        "step", new RuntimeException(new ConfigurationException("two sources")))))
                .isEqualTo(new RunFailure(RunEnding.CONFIGURATION, "two sources"));
        assertThat(of(new IOException("x", new UnreachableException("host is down"))))
                .isEqualTo(new RunFailure(RunEnding.UNREACHABLE, "host is down"));
        assertThat(of(new RuntimeException(new SQLException("gone", "08006"))).ending())
                .isEqualTo(RunEnding.UNREACHABLE);
    }

    @Test
    void any_other_failure_is_told_by_its_innermost_words() {
        assertThat(of(new RuntimeException("outer", new IllegalStateException("inner"))))
                .isEqualTo(new RunFailure(RunEnding.FAILED, "inner"));
        assertThat(of(new RuntimeException(new NullPointerException())))
                .isEqualTo(new RunFailure(RunEnding.FAILED, "NullPointerException"));
        assertThat(of(new RuntimeException(new SQLException("no such column", "42703")))
                        .ending())
                .isEqualTo(RunEnding.FAILED);
        assertThat(of().ending()).isEqualTo(RunEnding.FAILED);
    }

    @Test
    void a_circle_of_causes_ends() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);

        assertThat(of(first).ending()).isEqualTo(RunEnding.FAILED);
    }
}
