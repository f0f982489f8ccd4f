package org.atelier.machinelogs.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionAssemblerTest {

    private static final String DAY = "2025-05-27";

    @Test
    void the_worked_example_gives_its_figures_exactly() {
        SessionScript script = SessionScript.paris(
                DAY,
                "08:00:00 StukUitgevoerd a",
                "08:30:00 MachineWait 600 sec",
                "09:00:00 MachineStop",
                "09:15:00 MachineStart",
                "10:00:00 StukUitgevoerd");
        ProductionSession session = script.finish();
        assertThat(session.metrics())
                .isEqualTo(metrics("2.0000", "0.1667", "0.2500", "1.5833", "79.17", "8.33", "12.50"));
        assertThat(session.totalPieces()).isEqualTo(2);
        assertThat(session.firstPiece()).isEqualTo(LocalDateTime.parse("2025-05-27T08:00:00"));
        assertThat(session.lastPiece()).isEqualTo(LocalDateTime.parse("2025-05-27T10:00:00"));
        assertThat(session.firstMachineStart()).isEqualTo(LocalDateTime.parse("2025-05-27T09:15:00"));
        assertThat(session.lastMachineStop()).isEqualTo(LocalDateTime.parse("2025-05-27T09:00:00"));
        assertThat(session.warnings()).isEqualTo(new SessionWarnings(0, 0));
        assertThat(script.rows("piece")).containsExactly("piece 1 2025-05-27T08:00 a", "piece 2 2025-05-27T10:00 null");
        assertThat(script.rows("wait")).containsExactly("wait 2025-05-27T08:30 2025-05-27T08:40 600");
        assertThat(script.rows("stop")).containsExactly("stop 2025-05-27T09:00 2025-05-27T09:15 900");
    }

    @Test
    void without_pieces_the_window_is_empty_and_all_that_hangs_on_it_is_zero() {
        ProductionSession session = SessionScript.paris(
                        DAY, "08:30:00 MachineWait 600 sec", "09:00:00 MachineStop", "09:15:00 MachineStart")
                .finish();
        assertThat(session.metrics())
                .isEqualTo(metrics("0.0000", "0.1667", "0.2500", "0.0000", "0.00", "0.00", "0.00"));
        assertThat(session.firstPiece()).isNull();
        assertThat(session.lastPiece()).isNull();
        assertThat(session.totalPieces()).isZero();
        assertThat(session.isEmpty()).isFalse();
    }

    @Test
    void a_single_piece_is_an_empty_window_too() {
        ProductionSession session = SessionScript.paris(DAY, "07:59:00 MachineWait 600 sec", "08:00:00 StukUitgevoerd")
                .finish();
        assertThat(session.metrics())
                .isEqualTo(metrics("0.0000", "0.1667", "0.0000", "0.0000", "0.00", "0.00", "0.00"));
        assertThat(session.firstPiece()).isEqualTo(session.lastPiece()).isNotNull();
    }

    @Test
    void a_day_without_events_is_no_session() {
        assertThat(SessionScript.paris(DAY).finish().isEmpty()).isTrue();
    }

    @Test
    void every_event_is_counted_by_its_type_in_the_order_of_names() {
        ProductionSession session = SessionScript.paris(
                        DAY, "08:00:00 Zaag", "08:00:00 StukUitgevoerd", "08:00:01 MachineStop", "08:00:01 Zaag")
                .finish();
        assertThat(session.events())
                .containsExactly(Map.entry("MachineStop", 1L), Map.entry("StukUitgevoerd", 1L), Map.entry("Zaag", 2L));
    }

    @Test
    void only_a_stop_directly_followed_by_a_start_among_both_is_a_period() {
        SessionScript script = SessionScript.paris(
                DAY,
                "07:00:00 MachineStart",
                "08:00:00 MachineStop",
                "08:10:00 MachineStop",
                "08:15:00 StukUitgevoerd",
                "08:16:00 Other",
                "08:20:00 MachineStart",
                "08:30:00 MachineStart",
                "09:00:00 MachineStop",
                "09:00:00 MachineStart",
                "09:30:00 MachineStop");
        ProductionSession session = script.finish();
        assertThat(script.rows("stop"))
                .containsExactly(
                        "stop 2025-05-27T08:10 2025-05-27T08:20 600", "stop 2025-05-27T09:00 2025-05-27T09:00 0");
        assertThat(session.warnings()).isEqualTo(new SessionWarnings(2, 0));
        assertThat(session.firstMachineStart()).isEqualTo(LocalDateTime.parse("2025-05-27T07:00:00"));
        assertThat(session.lastMachineStop()).isEqualTo(LocalDateTime.parse("2025-05-27T09:30:00"));
    }

    @Test
    void a_stop_whose_start_lies_before_it_is_open_and_the_start_is_used_up() {
        SessionScript script =
                SessionScript.paris(DAY, "09:00:00 MachineStop", "08:59:59 MachineStart", "09:10:00 MachineStart");
        assertThat(script.finish().warnings()).isEqualTo(new SessionWarnings(1, 1));
        assertThat(script.rows("stop")).isEmpty();
    }

    @Test
    void first_and_last_are_by_instant_not_by_order_and_times_back_compare_neighbours() {
        ProductionSession session = SessionScript.paris(
                        DAY,
                        "10:00:00 StukUitgevoerd",
                        "08:00:00 StukUitgevoerd",
                        "09:00:00 Other",
                        "08:59:59 Other",
                        "08:59:59 Other")
                .finish();
        assertThat(session.firstPiece()).isEqualTo(LocalDateTime.parse("2025-05-27T08:00:00"));
        assertThat(session.lastPiece()).isEqualTo(LocalDateTime.parse("2025-05-27T10:00:00"));
        assertThat(session.metrics().productionHours()).isEqualTo(new BigDecimal("2.0000"));
        assertThat(session.warnings()).isEqualTo(new SessionWarnings(0, 2));
    }

    @Test
    void waits_keep_all_decimals_and_end_rounded_half_up_to_a_microsecond() {
        SessionScript script = SessionScript.paris(
                DAY,
                "08:00:00 MachineWait 1.0000005 sec",
                "08:00:00 MachineWait 1.00000049999 sec",
                "23:59:59 MachineWait 0.9999995 sec",
                "23:59:59 MachineWait 604800 sec");
        script.finish();
        assertThat(script.rows("wait"))
                .containsExactly(
                        "wait 2025-05-27T08:00 2025-05-27T08:00:01.000001 1.0000005",
                        "wait 2025-05-27T08:00 2025-05-27T08:00:01 1.00000049999",
                        "wait 2025-05-27T23:59:59 2025-05-28T00:00 0.9999995",
                        "wait 2025-05-27T23:59:59 2025-06-03T23:59:59 604800");
    }

    @Test
    void a_profile_lasts_until_the_next_or_the_last_piece() {
        SessionScript script = SessionScript.paris(
                DAY,
                "07:00:00 StukUitgevoerd",
                "08:00:00 JobProfiel R:a L:1.5 C:wit",
                "08:10:00 StukUitgevoerd",
                "08:20:00 StukUitgevoerd",
                "09:00:00 JobProfiel R:b L:2",
                "09:30:00 JobProfiel R:c L:3",
                "09:40:00 StukUitgevoerd",
                "09:35:00 StukUitgevoerd",
                "10:00:00 MachineStop");
        script.finish();
        assertThat(script.rows("profile"))
                .containsExactly(
                        "profile a 1.5 wit 2025-05-27T08:00 2025-05-27T09:00 2",
                        "profile b 2 null 2025-05-27T09:00 2025-05-27T09:30 0",
                        "profile c 3 null 2025-05-27T09:30 2025-05-27T09:40 2");
    }

    @Test
    void a_last_profile_without_a_piece_behind_it_has_no_end() {
        SessionScript script =
                SessionScript.paris(DAY, "08:10:00 StukUitgevoerd", "09:00:00 JobProfiel R:b L:2", "09:10:00 Other");
        script.finish();
        assertThat(script.rows("profile")).containsExactly("profile b 2 null 2025-05-27T09:00 - 0");
    }

    @Test
    void a_wait_that_is_not_above_zero_is_a_fault_of_its_event_type() {
        SessionAssembler assembler = new SessionAssembler(ZoneId.of("Europe/Paris"), new RecordedDetails());
        assertThatThrownBy(() -> assembler.add(0, "Odd", session -> session.waitFor(BigDecimal.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_new_event_type_adds_a_counter_a_period_and_an_attribute_and_changes_no_metric() {
        ProductionSession session = SessionScript.paris(
                        DAY,
                        "08:00:00 StukUitgevoerd",
                        "08:10:00 TestToolChange T1",
                        "08:20:00 TestToolChange T2",
                        "09:00:00 StukUitgevoerd")
                .finish();
        assertThat(session.complements().counters()).containsExactly(Map.entry("tool_changes", 2L));
        assertThat(session.complements().periods()).containsExactly(Map.entry("tool_change", new BigDecimal("5.0")));
        assertThat(session.complements().attributes()).containsExactly(Map.entry("last_tool", "T2"));
        assertThat(session.complements().isEmpty()).isFalse();
        assertThat(session.metrics().occupationRate()).isEqualTo(new BigDecimal("100.00"));
    }

    private static SessionMetrics metrics(String... figures) {
        BigDecimal[] f = Arrays.stream(figures).map(BigDecimal::new).toArray(BigDecimal[]::new);
        return new SessionMetrics(f[0], f[1], f[2], f[3], f[4], f[5], f[6]);
    }
}
