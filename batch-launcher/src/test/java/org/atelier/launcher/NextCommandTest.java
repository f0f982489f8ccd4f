package org.atelier.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.run.DayRange;
import org.atelier.run.NextStep;
import org.atelier.run.NextStep.FileChoice;
import org.atelier.run.NextStep.JobAction;
import org.atelier.run.NextStep.Plain;
import org.atelier.run.NextStep.RunAction;
import org.atelier.run.Rebuild;
import org.atelier.run.RunWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NextCommandTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 5, 1);
    private static final DayRange DAY = new DayRange(FIRST, FIRST);
    private static final DayRange MONTH = new DayRange(FIRST, LocalDate.of(2025, 5, 31));

    private static String work(String scope, @Nullable DayRange days, @Nullable Rebuild rebuild) {
        return NextCommand.of(new RunWork("machine-logs", scope, days, rebuild).start());
    }

    @Test
    void what_is_done_to_runs_and_jobs_is_a_command() {
        assertThat(Stream.of(RunAction.values()).map(action -> NextCommand.of(new NextStep.OfRun(action, 7))))
                .containsExactly(
                        "atelier restart 7",
                        "atelier recover 7",
                        "atelier show 7",
                        "atelier logs 7",
                        "atelier stop 7 --wait");
        assertThat(Stream.of(JobAction.values()).map(action -> NextCommand.of(new NextStep.OfJob(action, "orders"))))
                .containsExactly(
                        "atelier status orders",
                        "atelier history orders --all",
                        "atelier preview orders",
                        "atelier run orders --max-delete-ratio 100%");
        assertThat(Stream.of(Plain.values()).map(action -> NextCommand.of(new NextStep.Just(action))))
                .containsExactly(
                        "atelier status",
                        "to wait for its end, add --if-running wait",
                        "give the name of a file that is there, or leave --file out",
                        "atelier notify list");
    }

    @Test
    void work_is_typed_as_it_was_asked_for() {
        assertThat(List.of(
                        work("machine-logs", null, null),
                        work("machine-logs", DAY, null),
                        work("machine-logs#1/4", MONTH, null),
                        work("machine-logs", DAY, Rebuild.ALL),
                        work("machine-logs#2/4", MONTH, Rebuild.MISSING)))
                .containsExactly(
                        "atelier run machine-logs",
                        "atelier run machine-logs --date 2025-05-01",
                        "atelier run machine-logs --from 2025-05-01 --to 2025-05-31 --shard 1/4",
                        "atelier backfill machine-logs --from 2025-05-01 --to 2025-05-01",
                        "atelier backfill machine-logs --from 2025-05-01 --to 2025-05-31 --missing --shard 2/4");
        assertThat(NextCommand.of(new RunWork("machine-logs", "machine-logs", DAY, null).again()))
                .isEqualTo("atelier run machine-logs --date 2025-05-01 --again");
        assertThat(NextCommand.of(new RunWork("machine-logs", "machine-logs", null, null).again()))
                .isEqualTo("atelier run machine-logs");
    }

    @Test
    void names_of_centres_are_one_word_to_a_shell() {
        assertThat(NextCommand.of(new NextStep.ListFiles(FileChoice.QUARANTINED, "DEM12 (l'autre)")))
                .isEqualTo("atelier files list --state quarantined --centre 'DEM12 (l'\\''autre)'");
        assertThat(NextCommand.of(new NextStep.ListFiles(FileChoice.ALL, "-odd")))
                .isEqualTo("atelier files list --centre=-odd");
        assertThat(NextCommand.of(new NextStep.ListFiles(FileChoice.GATE_FAILED, null)))
                .isEqualTo("atelier files list --gate-failed");
        assertThat(NextCommand.of(new NextStep.ShowFile(5))).isEqualTo("atelier files show 5");
    }

    @Test
    void steps_stand_one_after_the_other_with_what_they_are_for() {
        assertThat(NextCommand.of(new NextStep.Check("orders")
                        .to("see whether the ERP is complete")
                        .then(new NextStep.Advice("ring somebody"))
                        .then(NextStep.restart(7).to("then"))))
                .isEqualTo("see whether the ERP is complete: atelier check orders; ring somebody;"
                        + " then: atelier restart 7");
    }
}
