package org.atelier.launcher.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.atelier.launcher.NextSteps;
import org.atelier.run.NextStep;
import org.atelier.run.RunEnding;
import org.atelier.run.StopRequest;
import org.junit.jupiter.api.Test;

class ProcessHooksTest {

    @Test
    void what_does_not_end_is_left_with_the_commands_that_look_at_it_and_go_on() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<Integer> codes = new ArrayList<>();
        PrintStream printed = new PrintStream(err, false, StandardCharsets.UTF_8);
        new ProcessHooks(new StopRequest(), printed, codes::add).doesNotEnd(RunEnding.UNREACHABLE, NextStep.restart(7));
        assertThat(NextSteps.in(err.toString(StandardCharsets.UTF_8)))
                .containsExactly("atelier check all", "atelier restart 7");
        assertThat(codes).containsExactly(7);
    }
}
