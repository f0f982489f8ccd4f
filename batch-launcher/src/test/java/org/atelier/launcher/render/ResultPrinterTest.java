package org.atelier.launcher.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.atelier.answer.Document;
import org.atelier.answer.JsonValue;
import org.atelier.answer.Section;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultPrinterTest {

    private static final Document DOCUMENT = Document.of(
            "atelier.test/1",
            Section.Facts.none()
                    .with("day", LocalDate.of(2025, 5, 28))
                    .with("nothing", null)
                    .with("counts", Map.of("read", 3))
                    .with("stored", new JsonValue("{\"a\": [1, 2]}")),
            new Section.Grid(
                    "rows",
                    List.of("name", "count", "started", "duration_ms"),
                    List.of(
                            Section.Row.of(
                                    "é\u001b[2J\"x\",\nÿ",
                                    12L,
                                    Instant.parse("2025-05-28T06:00:00Z"),
                                    Duration.ofMillis(61_500)),
                            Section.Row.of("=cmd()", null, null, Duration.ofMillis(9))),
                    "none"));

    private static String print(Document document, OutputFormat format, boolean colors) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        new ResultPrinter(out).print(document, format, ZoneId.of("Europe/Paris"), colors);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void json_is_valid_exact_and_carries_its_schema() throws IOException {
        String text = print(DOCUMENT, OutputFormat.JSON, true);
        JsonNode json = JsonMapper.shared().readTree(text);
        assertThat(json.get("schema").asString()).isEqualTo("atelier.test/1");
        assertThat(json.get("day").asString()).isEqualTo("2025-05-28");
        assertThat(json.get("nothing").isNull()).isTrue();
        assertThat(json.get("counts").get("read").asInt()).isEqualTo(3);
        assertThat(json.get("stored").get("a").get(1).asInt()).isEqualTo(2);
        JsonNode row = json.get("rows").get(0);
        assertThat(row.get("name").asString()).isEqualTo("é\u001b[2J\"x\",\nÿ");
        assertThat(row.get("started").asString()).isEqualTo("2025-05-28T06:00:00Z");
        assertThat(row.get("duration_ms").asLong()).isEqualTo(61_500);
        assertThat(text).doesNotContain("\u001b");
    }

    @Test
    void csv_follows_rfc_4180_and_disarms_formulas() throws IOException {
        assertThat(print(DOCUMENT, OutputFormat.CSV, false))
                .startsWith("name,count,started,duration_ms\r\n\"é\u001b[2J")
                .contains("[2J\"\"x\"\",\nÿ\",12,2025-05-28T06:00:00Z,61500\r\n")
                .endsWith("\r\n'=cmd(),,,9\r\n");
    }

    @Test
    void numbers_below_zero_are_no_formulas() {
        assertThat(CsvPage.cell(-5L)).isEqualTo("-5");
        assertThat(CsvPage.cell("-5")).isEqualTo("'-5");
    }

    @Test
    void a_table_shows_the_same_rows_in_the_plants_time_and_harmless() throws IOException {
        String table = print(DOCUMENT, OutputFormat.TABLE, false);
        assertThat(table)
                .contains("NAME", "COUNT", "DURATION")
                .contains("é\\u001b[2J\"x\",\\u000aÿ", "2025-05-28 08:00:00", "1m 01s", "=cmd()", "9ms")
                .doesNotContain("\u001b");
        assertThat(table.lines().filter(line -> line.contains("=cmd()"))).hasSize(1);
    }

    @Test
    void columns_line_up_whatever_width_their_letters_have() throws IOException {
        Document document = Document.of(
                "atelier.test/1",
                new Section.Grid(
                        "rows",
                        List.of("name", "end"),
                        List.of(
                                Section.Row.of("漢字", "x"),
                                Section.Row.of("e\u0301e", "x"),
                                Section.Row.of("abcd", "x")),
                        ""));
        List<String> lines = print(document, OutputFormat.TABLE, false).lines().toList();
        assertThat(lines).containsExactly("NAME  END", "漢字  x", "e\u0301e    x", "abcd  x");
    }

    @Test
    void only_a_table_that_may_is_coloured() throws IOException {
        Document document = Document.of(
                "atelier.test/1", new Section.Grid("runs", List.of("status"), List.of(Section.Row.of("FAILED")), ""));
        assertThat(print(document, OutputFormat.TABLE, true)).contains("\u001b[31mFAILED\u001b[0m");
        assertThat(print(document, OutputFormat.TABLE, false)).isEqualTo("STATUS\nFAILED\n");
        assertThat(print(document, OutputFormat.JSON, true)).doesNotContain("\u001b");
    }

    @Test
    void long_text_is_printed_line_by_line_in_every_format() throws IOException {
        Document document = Document.of(
                "atelier.log/1",
                new Section.Lines(
                        "lines", lines -> Arrays.asList("a\u0007", "b").forEach(lines)));
        assertThat(print(document, OutputFormat.TABLE, false)).isEqualTo("a\\u0007\nb\n");
        assertThat(print(document, OutputFormat.CSV, false)).isEqualTo("lines\r\na\u0007\r\nb\r\n");
        JsonNode json = JsonMapper.shared().readTree(print(document, OutputFormat.JSON, false));
        assertThat(json.get("lines").get(0).asString()).isEqualTo("a\u0007");
    }

    @Test
    void text_that_is_no_unicode_still_gives_valid_json() throws IOException {
        Document document =
                Document.of("atelier.test/1", Section.Facts.none().with("name", "a\ud800b\u202e\ud83d\ude00"));
        String text = print(document, OutputFormat.JSON, false);
        assertThat(text).contains("\\ud800", "\\u202e", "\ud83d\ude00");
        assertThat(JsonMapper.shared().readTree(text).get("name").asString()).endsWith("\ud83d\ude00");
    }

    @Test
    void no_rows_are_told_in_words_to_people_and_as_an_empty_list_to_programs() throws IOException {
        Document document =
                Document.of("atelier.test/1", new Section.Grid("rows", List.of("a"), List.of(), "No rows."));
        assertThat(print(document, OutputFormat.TABLE, false)).isEqualTo("No rows.\n");
        assertThat(print(document, OutputFormat.CSV, false)).isEqualTo("a\r\n");
        assertThat(JsonMapper.shared()
                        .readTree(print(document, OutputFormat.JSON, false))
                        .get("rows")
                        .isEmpty())
                .isTrue();
    }
}
