package org.atelier.machinelogs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.atelier.files.LineCounts;
import org.atelier.machinelogs.ledger.LogVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a loaded file one that people should look at. */
class FileGateTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 15);
    private static final FileGate GATE = new FileGate(GateLimits.USUAL);

    private static LogVersion lines(long blank, long events, long rejected, long held) {
        LineCounts counts = new LineCounts(blank + events + rejected + held, blank, events, 0, rejected, held);
        return version(Map.of(TODAY, events), counts);
    }

    private static LogVersion events(Map<LocalDate, Long> events) {
        long all = events.values().stream().mapToLong(Long::longValue).sum();
        return version(new TreeMap<>(events), new LineCounts(all, 0, all, 0, 0, 0));
    }

    private static LogVersion version(Map<LocalDate, Long> events, LineCounts counts) {
        List<LocalDate> days = List.copyOf(events.keySet());
        return new LogVersion(
                "0".repeat(64),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                days,
                days.stream().map(LocalDate::atStartOfDay).toList(),
                List.copyOf(events.values()),
                LocalTime.MIDNIGHT,
                counts);
    }

    private static Optional<String> judge(String path, LogVersion version) {
        return GATE.judge("DEM12 (PVC)/" + path, version, TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        // blank, events, rejected, held, fails
        "0, 49, 51, 0, true",
        "0, 50, 50, 0, false",
        "0, 0, 100, 0, true",
        "0, 0, 99, 0, false",
        "60, 10, 30, 0, true",
        "99, 0, 0, 1, false",
        "1000, 0, 0, 0, false",
        "0, 0, 0, 0, false",
    })
    void more_than_half_of_what_says_something_from_100_lines_on(
            long blank, long events, long rejected, long held, boolean fails) {
        assertThat(judge("x.LOG", lines(blank, events, rejected, held)).isPresent())
                .isEqualTo(fails);
    }

    @Test
    void the_cause_tells_the_figures_and_the_limit() {
        assertThat(judge("x.LOG", lines(20, 2, 98, 0)))
                .contains("98 of 100 lines are rejected, over the limit of 50 %");
    }

    @ParameterizedTest
    @CsvSource({"0.125, 12, 88, false", "0.125, 13, 87, true", "1, 100, 0, false", "0, 1, 99, true"})
    void the_limit_can_be_set(BigDecimal ratio, long rejected, long events, boolean fails) {
        FileGate gate = new FileGate(new GateLimits(ratio, BigDecimal.ONE));
        assertThat(gate.judge("x.LOG", lines(0, events, rejected, 0), TODAY).isPresent())
                .isEqualTo(fails);
    }

    @ParameterizedTest
    @CsvSource({
        "20250526.LOG, true",
        "20250527.LOG, false",
        "20250528.LOG, false",
        "20250529.LOG, false",
        "20250530.LOG, true",
        "DEM12_20250530-2.LOG, true",
        "20250530_20250530.LOG, true",
    })
    void events_belong_to_the_day_in_the_name_or_to_one_beside_it(String name, boolean fails) {
        assertThat(judge(name, events(Map.of(LocalDate.of(2025, 5, 28), 1L))).isPresent())
                .isEqualTo(fails);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.LOG",
                "7.LOG",
                "2024-01-01.LOG",
                "20241301.LOG",
                "00000000.LOG",
                "20240101120000.LOG",
                "20240101_20240107.LOG",
                "٢٠٢٤٠١٠١.LOG",
                "sub20240101/x.LOG",
            })
    void a_name_without_one_day_is_exempt(String name) {
        assertThat(judge(name, events(Map.of(LocalDate.of(2025, 5, 28), 1L)))).isEmpty();
    }

    @Test
    void half_of_the_events_may_be_of_other_days() {
        LocalDate day = LocalDate.of(2025, 5, 28);
        assertThat(judge("20250528.LOG", events(Map.of(day, 10L, day.minusDays(9), 10L))))
                .isEmpty();
        assertThat(judge("20250528.LOG", events(Map.of(day, 10L, day.minusDays(9), 3L, day.plusDays(9), 8L))))
                .contains("11 of 21 events lie outside 2025-05-27 to 2025-05-29, the days around its name, over the"
                        + " limit of 50 %; most of them are of 2025-06-06");
    }

    @Test
    void a_version_whose_events_were_never_counted_is_not_judged_by_them() {
        LogVersion counted = events(Map.of(LocalDate.of(2025, 5, 28), 5L));
        LogVersion before =
                counted.with(counted.days(), counted.dayStarts(), List.of(), counted.dayStart(), counted.counts());
        assertThat(judge("20240101.LOG", before)).isEmpty();
    }

    @Test
    void a_single_event_after_today_is_enough() {
        assertThat(judge("x.LOG", events(Map.of(TODAY, 1000L)))).isEmpty();
        assertThat(judge("x.LOG", events(Map.of(TODAY, 1000L, TODAY.plusDays(1), 1L))))
                .contains("it has events of 2025-06-16, after today (2025-06-15)");
        assertThat(judge("x.LOG", events(Map.of(TODAY.plusDays(3), 1L, TODAY.plusDays(1), 1L))))
                .contains("it has events of 2 days up to 2025-06-18, after today (2025-06-15)");
    }

    @Test
    void every_reason_is_told() {
        assertThat(judge("20250101.LOG", events(Map.of(TODAY.plusDays(1), 1L))).orElseThrow())
                .contains("lie outside", "; it has events of 2025-06-16");
    }
}
