package org.atelier.machinelogs.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Durations are real time; columns hold what was written. */
class ClockChangeTest {

    private static final String SPRING = "2025-03-30";
    private static final String AUTUMN = "2025-10-26";

    @Test
    void in_spring_from_01_59_59_to_03_00_00_is_one_second() {
        SessionScript script = SessionScript.paris(SPRING, "01:59:59 MachineStop", "03:00:00 MachineStart");
        script.finish();
        assertThat(script.rows("stop")).containsExactly("stop 2025-03-30T01:59:59 2025-03-30T03:00 1");
    }

    @Test
    void a_wait_over_the_change_ends_at_the_local_time_of_its_real_end() {
        SessionScript spring = SessionScript.paris(SPRING, "01:59:59 MachineWait 1.5 sec");
        spring.finish();
        assertThat(spring.rows("wait")).containsExactly("wait 2025-03-30T01:59:59 2025-03-30T03:00:00.500 1.5");
        SessionScript autumn = SessionScript.paris(
                AUTUMN,
                "02:59:59 MachineWait 1 sec",
                "01:00:00 MachineWait 7200 sec",
                "01:00:00 MachineWait 10800 sec");
        autumn.finish();
        assertThat(autumn.rows("wait"))
                .containsExactly(
                        "wait 2025-10-26T02:59:59 2025-10-26T02:00 1",
                        "wait 2025-10-26T01:00 2025-10-26T02:00 7200",
                        "wait 2025-10-26T01:00 2025-10-26T03:00 10800");
    }

    @Test
    void a_time_in_the_skipped_hour_takes_the_offset_from_before_the_change_and_is_kept_as_written() {
        SessionScript script = SessionScript.paris(
                SPRING,
                "01:30:00 StukUitgevoerd",
                "02:30:00 MachineWait 60 sec",
                "03:30:00 StukUitgevoerd",
                "02:30:00 StukUitgevoerd");
        ProductionSession session = script.finish();
        assertThat(session.metrics().productionHours()).isEqualTo(new BigDecimal("1.0000"));
        assertThat(script.rows("wait")).containsExactly("wait 2025-03-30T02:30 2025-03-30T03:31 60");
        // 02:30 as written is the instant of 03:30: nothing went back, and of equal instants the last one stands.
        assertThat(session.lastPiece()).isEqualTo(LocalDateTime.parse("2025-03-30T02:30:00"));
        assertThat(session.warnings().timesBack()).isZero();
    }

    @Test
    void in_the_repeated_hour_a_time_that_goes_back_is_the_later_one() {
        SessionScript script = SessionScript.paris(
                AUTUMN,
                "01:30:00 StukUitgevoerd",
                "02:50:00 MachineStop",
                "02:10:00 MachineStart",
                "02:55:00 Other",
                "03:00:00 StukUitgevoerd");
        ProductionSession session = script.finish();
        assertThat(script.rows("stop")).containsExactly("stop 2025-10-26T02:50 2025-10-26T02:10 1200");
        assertThat(session.metrics().productionHours()).isEqualTo(new BigDecimal("2.5000"));
        assertThat(session.warnings()).isEqualTo(new SessionWarnings(0, 0));
    }

    @Test
    void a_time_in_the_repeated_hour_that_does_not_go_back_is_the_earlier_one() {
        ProductionSession session = SessionScript.paris(
                        AUTUMN, "02:00:00 StukUitgevoerd", "02:30:00 StukUitgevoerd", "02:30:00 StukUitgevoerd")
                .finish();
        assertThat(session.metrics().productionHours()).isEqualTo(new BigDecimal("0.5000"));
        assertThat(session.warnings().timesBack()).isZero();
    }

    @Test
    void what_the_repeated_hour_does_not_explain_goes_back() {
        ProductionSession session = SessionScript.paris(
                        AUTUMN,
                        "02:50:00 Other",
                        "02:20:00 Other", // later 02:20
                        "02:10:00 Other", // before it, whichever
                        "01:59:59 Other", // back
                        "02:30:00 Other", // the earlier one again
                        "04:00:00 Other",
                        "02:40:00 Other") // back
                .finish();
        assertThat(session.warnings().timesBack()).isEqualTo(3);
    }

    @Test
    void the_change_itself_belongs_to_the_right_side() {
        ProductionSession autumn = SessionScript.paris(AUTUMN, "01:59:59 StukUitgevoerd", "03:00:00 StukUitgevoerd")
                .finish();
        assertThat(autumn.metrics().productionHours()).isEqualTo(new BigDecimal("2.0003"));
        ProductionSession spring = SessionScript.paris(SPRING, "00:00:00 StukUitgevoerd", "23:59:59 StukUitgevoerd")
                .finish();
        assertThat(spring.metrics().productionHours()).isEqualTo(new BigDecimal("22.9997"));
    }

    @Test
    void zones_without_changes_and_with_odd_ones_work_alike() {
        for (String zone : new String[] {"UTC", "+05:30", "Asia/Kathmandu"}) {
            SessionScript script = new SessionScript(zone, AUTUMN);
            script.add("02:00:00 StukUitgevoerd")
                    .add("02:30:00 MachineWait 3600 sec")
                    .add("03:00:00 StukUitgevoerd");
            assertThat(script.finish().metrics().productionHours()).isEqualTo(new BigDecimal("1.0000"));
            assertThat(script.rows("wait")).containsExactly("wait 2025-10-26T02:30 2025-10-26T03:30 3600");
        }
        // Lord Howe Island turns its clock back by half an hour, at 02:00 on 2025-04-06.
        SessionScript howe = new SessionScript("Australia/Lord_Howe", "2025-04-06");
        howe.add("01:50:00 MachineStop").add("01:40:00 MachineStart");
        howe.finish();
        assertThat(howe.rows("stop")).containsExactly("stop 2025-04-06T01:50 2025-04-06T01:40 1200");
    }
}
