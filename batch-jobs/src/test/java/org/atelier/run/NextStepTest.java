package org.atelier.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NextStepTest {

    private static String json(NextStep step) {
        return step.json().text();
    }

    @Test
    void a_program_reads_the_action_and_what_it_acts_on() {
        assertThat(json(NextStep.restart(7))).isEqualTo("{\"action\":\"restart\",\"run\":7}");
        assertThat(json(new NextStep.OfJob(NextStep.JobAction.RUN_UNGUARDED, "orders")))
                .isEqualTo("{\"action\":\"run_unguarded\",\"job\":\"orders\"}");
        assertThat(json(new NextStep.Check("database"))).isEqualTo("{\"action\":\"check\",\"area\":\"database\"}");
        assertThat(json(new NextStep.ShowFile(5))).isEqualTo("{\"action\":\"show_file\",\"file\":5}");
        assertThat(json(new NextStep.ListFiles(NextStep.FileChoice.GATE_FAILED, null)))
                .isEqualTo("{\"action\":\"list_files\",\"choice\":\"gate_failed\",\"centre\":null}");
        assertThat(json(new NextStep.Just(NextStep.Plain.OTHER_FILE))).isEqualTo("{\"action\":\"other_file\"}");
        assertThat(json(new NextStep.Advice("look at \"it\"")))
                .isEqualTo("{\"action\":\"advice\",\"words\":\"look at \\\"it\\\"\"}");
    }

    @Test
    void work_is_named_with_its_days_and_its_part() {
        DayRange days = new DayRange(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31));
        assertThat(json(new RunWork("machine-logs", "machine-logs#1/4", days, Rebuild.MISSING).again()))
                .isEqualTo("{\"action\":\"run\",\"job\":\"machine-logs\",\"scope\":\"machine-logs#1/4\","
                        + "\"from\":\"2025-05-01\",\"to\":\"2025-05-31\",\"rebuild\":\"missing\",\"again\":true}");
        assertThat(json(new RunWork("orders", "orders", null, null).again()))
                .isEqualTo("{\"action\":\"run\",\"job\":\"orders\",\"scope\":\"orders\",\"again\":false}");
    }

    @Test
    void the_first_step_comes_first_and_holds_what_follows() {
        assertThat(json(NextStep.logs(3).then(NextStep.restart(3).to("then"))))
                .isEqualTo("{\"action\":\"logs\",\"run\":3,"
                        + "\"then\":{\"action\":\"restart\",\"run\":3,\"words\":\"then\"}}");
        assertThat(json(NextStep.logs(3).then(NextStep.logs(4)).then(NextStep.logs(5))))
                .isEqualTo("{\"action\":\"logs\",\"run\":3,\"then\":{\"action\":\"logs\",\"run\":4,"
                        + "\"then\":{\"action\":\"logs\",\"run\":5}}}");
    }
}
