package org.atelier.machinelogs.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.atelier.machinelogs.event.JobProfile;
import org.atelier.machinelogs.event.MachineEvent;
import org.atelier.machinelogs.event.PieceProduced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineRulesTest {

    @Test
    void an_event_has_a_time_a_type_and_details() {
        ReadLine line = one("20250527 08:00:00|@StukUitgevoerd: Façade 12: links ");
        assertThat(line.kind()).isEqualTo(LineKind.EVENT);
        assertThat(line.localSecond())
                .isEqualTo(LocalDateTime.of(2025, 5, 27, 8, 0, 0).toEpochSecond(ZoneOffset.UTC));
        assertThat(line.eventType()).isEqualTo("StukUitgevoerd");
        assertThat(line.event()).isEqualTo(new PieceProduced("Façade 12: links"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20250527 08:00:00|@StukUitgevoerd",
                "20250527 08:00:00|@StukUitgevoerd:",
                "20250527 08:00:00|@ StukUitgevoerd :  ",
                "20250527 08:00:00|@StukUitgevoerd:\u00A0\u2007\u202F\u3000\t"
            })
    void details_that_are_missing_or_empty_are_null(String line) {
        assertThat(one(line).event()).isEqualTo(new PieceProduced(null));
    }

    @Test
    void the_first_separator_splits_and_the_first_colon_ends_the_type() {
        ReadLine line = one("20250527 08:00:00|@JobProfiel: C:a|@b R:|@:: L:1");
        assertThat(line.event()).isEqualTo(new JobProfile("|@::", BigDecimal.ONE, "a|@b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stukuitgevoerd", "StukUitgevoerd2", "Stuk Uitgevoerd", "MACHINEWAIT", "ToolChange"})
    void event_names_match_exactly_and_others_are_only_counted(String type) {
        ReadLine line = one("20250527 08:00:00|@" + type + ": whatever");
        assertThat(line.kind()).isEqualTo(LineKind.EVENT);
        assertThat(line.eventType()).isEqualTo(type);
        assertThat(line.event()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20250527 08:00:00",
                " 20250527 08:00:00\t",
                "\uFEFF20250527 08:00:00",
                "2025é0527 08:00:00",
                "\u00A020250527\u00E9 08:00:00\u2028",
                "\u001C\u000B20250527 08:00:00\f",
                "20250527 08:00:00 é "
            })
    void other_characters_than_ascii_and_white_space_around_do_not_harm_a_time(String time) {
        assertThat(one(time + "|@A").localSecond())
                .isEqualTo(LocalDateTime.of(2025, 5, 27, 8, 0, 0).toEpochSecond(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "20250230 08:00:00",
                "20250229 08:00:00",
                "20251301 08:00:00",
                "20250500 08:00:00",
                "20250527 24:00:00",
                "20250527 08:60:00",
                "20250527 08:00:60",
                "20250527  08:00:00",
                "20250527\t08:00:00",
                "20250527\u00A008:00:00",
                "20250527T08:00:00",
                "2025-05-27 08:00:00",
                "20250527 8:00:00",
                "20250527 08:00",
                "20250527 08:00:00.5",
                "20250527 08:00:00 x",
                "20250527 08.00.00",
                "00000000 00:00:00",
                "+2025052 08:00:00",
                "٢0250527 08:00:00",
                "2025052७ 08:00:00",
                "20250527 08:00:0:",
                "20250527 08:00:00 20250527 08:00:00"
            })
    void a_time_in_another_form_or_outside_the_calendar_is_bad(String time) {
        assertRejected(time + "|@A", RejectReason.BAD_TIMESTAMP);
    }

    @ParameterizedTest
    @CsvSource({
        "20000101 00:00:00, EVENT",
        "19991231 23:59:59, REJECTED",
        "20250601 12:00:00, EVENT",
        "20250601 12:00:01, REJECTED",
        "20240229 00:00:00, EVENT",
        "00010101 00:00:00, REJECTED",
        "99991231 23:59:59, REJECTED",
    })
    void plausible_times_include_both_ends(String time, LineKind kind) {
        ReadLine line = one(time + "|@A");
        assertThat(line.kind()).isEqualTo(kind);
        assertThat(line.reason()).isEqualTo(kind == LineKind.EVENT ? null : RejectReason.IMPLAUSIBLE_TIMESTAMP);
    }

    @ParameterizedTest
    @CsvSource({
        "'hello', NO_SEPARATOR",
        "'20250527 08:00:00 @StukUitgevoerd', NO_SEPARATOR",
        "'20250527 08:00:00| @StukUitgevoerd', NO_SEPARATOR",
        "'|@', BAD_TIMESTAMP",
        "'20250230 08:00:00|@', BAD_TIMESTAMP",
        "'20990101 08:00:00|@', IMPLAUSIBLE_TIMESTAMP",
        "'20990101 08:00:00|@MachineWait: x', IMPLAUSIBLE_TIMESTAMP",
        "'20250527 08:00:00|@', EMPTY_EVENT",
        "'20250527 08:00:00|@ : MachineWait', EMPTY_EVENT",
        "'20250527 08:00:00|@MachineWait', BAD_DETAILS",
        "'20250527 08:00:00|@JobProfiel: R:x', BAD_DETAILS",
    })
    void of_several_reasons_the_first_in_order_holds(String line, RejectReason reason) {
        assertRejected(line, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t\u000B\f\u001C\u001F", "\u00A0", "\u2007\u202F\u3000\u1680\u2028", "\0", " \0 "})
    void a_line_of_white_space_is_blank(String line) {
        assertThat(one(line).kind()).isEqualTo(LineKind.BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\uFEFF", "\u0085", "\u200B", "\u0820", "\uD800\uDC00", "\u0001", "\uD83D\uDE00", "."})
    void a_line_of_anything_else_is_not_blank(String line) {
        assertRejected(line, RejectReason.NO_SEPARATOR);
    }

    @Test
    void a_type_met_before_is_the_same_string_and_any_number_of_types_is_read() throws IOException {
        StringBuilder file = new StringBuilder("20250527 08:00:00|@First\n20250527 08:00:00|@First\n");
        for (int i = 0; i < 5_000; i++) {
            file.append("20250527 08:00:00|@Type").append(i).append('\n');
        }
        byte[] bytes = file.toString().getBytes(UTF_8);
        try (LogFileReader reader =
                new LogFileReader(new ByteArrayInputStream(bytes), ReadLine.PLAUSIBLE, ReadLine.DECODERS)) {
            reader.next();
            String first = reader.eventType();
            reader.next();
            assertThat(reader.eventType()).isSameAs(first);
            for (int i = 0; i < 5_000; i++) {
                reader.next();
                assertThat(reader.eventType()).isEqualTo("Type" + i);
            }
        }
    }

    @Test
    void what_a_line_is_not_cannot_be_asked() throws IOException {
        byte[] bytes = "x\n20250527 08:00:00|@A\n".getBytes(UTF_8);
        try (LogFileReader reader =
                new LogFileReader(new ByteArrayInputStream(bytes), ReadLine.PLAUSIBLE, ReadLine.DECODERS)) {
            assertThatThrownBy(reader::lineNumber).isInstanceOf(IllegalStateException.class);
            reader.next();
            assertThatThrownBy(reader::eventType).hasMessageContaining("Line 1 is no event");
            reader.next();
            assertThatThrownBy(reader::reason).hasMessageContaining("Line 2 is not rejected");
        }
    }

    @Test
    void what_was_understood_of_one_line_is_gone_on_the_next() {
        List<ReadLine> lines = ReadLine.of("20250527 08:00:00|@MachineStop\n20250527 08:00:00|@X\nx".getBytes(UTF_8));
        assertThat(lines).extracting(ReadLine::event).element(0).isInstanceOf(MachineEvent.class);
        assertThat(lines).extracting(ReadLine::event).element(1).isNull();
        assertThat(lines).extracting(ReadLine::event).element(2).isNull();
    }

    private static void assertRejected(String line, RejectReason reason) {
        ReadLine read = one(line);
        assertThat(read.kind()).isEqualTo(LineKind.REJECTED);
        assertThat(read.reason()).isEqualTo(reason);
        assertThat(read.raw()).isEqualTo(line);
    }

    private static ReadLine one(String line) {
        List<ReadLine> lines = ReadLine.of((line + "\n").getBytes(UTF_8));
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
