package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.logs.Oddity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the figures of a session are made of, beside the figures that a run wrote. */
class ExplainCommandTest {

    private static final String FILE = "DEM12 (PVC)/20250528.LOG";

    @TempDir
    Path directory;

    private LogsUse plant;

    @BeforeEach
    void open() {
        plant = new LogsUse(directory);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private void example() throws Exception {
        plant.log(
                FILE,
                "2025-05-28T20:00:00Z",
                "20250528 07:55:00|@MachineStart:",
                "20250528 08:00:00|@StukUitgevoerd: first",
                "20250528 08:30:00|@MachineWait: 600 sec",
                "20250528 08:35:00|@MachineWait: 60 sec",
                "no event",
                "20250528 08:58:00|@MachineWait: 300 sec",
                "20250528 09:00:00|@MachineStop: <b>break</b>",
                "20250528 09:15:00|@MachineStart:",
                "20250528 09:30:00|@JobProfiel: R:<P&1> L:12,5",
                "20250528 10:00:00|@StukUitgevoerd: last",
                "20250528 10:10:00|@MachineWait: 30 sec",
                "20250528 10:20:00|@MachineStop:");
        assertThat(plant.use("run", "machine-logs").code()).isZero();
    }

    private static JsonNode json(CommandLineUse use) {
        assertThat(use.code()).as(use.err()).isZero();
        return JsonMapper.shared().readTree(use.out());
    }

    @Test
    void every_interval_names_its_lines_and_what_of_it_counts() throws Exception {
        example();
        JsonNode explained = json(plant.use("explain", "DEM12@2025-05-28", "-o", "json"));
        assertThat(explained.get("schema").asString()).isEqualTo("atelier.explanation/1");
        assertThat(explained.get("agrees_with_table").asBoolean()).isTrue();
        assertThat(explained.get("warnings").get("open_stops").asInt()).isEqualTo(1);
        List<String> intervals = explained
                .get("intervals")
                .valueStream()
                .map(one -> one.get("interval").asString() + " "
                        + one.get("from").asString().substring(11) + " "
                        + one.get("seconds").asString() + " "
                        + one.get("counted_seconds").asString() + " "
                        + one.get("line").asString().substring(FILE.length()) + " "
                        + one.get("until").asString("-").replace(FILE, ""))
                .toList();
        assertThat(intervals)
                .containsExactly(
                        "wait 08:30:00 600 600 :3 -",
                        "wait 08:35:00 60 0 :4 -",
                        "wait 08:58:00 300 120 :6 -",
                        "stop 09:00:00 900 900 :7 :8",
                        "wait 10:10:00 30 0 :11 -",
                        "open stop 10:20:00 0 0 :12 -");
    }

    @Test
    void a_figure_says_what_it_is_made_of() throws Exception {
        example();
        CommandLineUse use = plant.use("explain", "DEM12@2025-05-28");
        assertThat(use.code()).isZero();
        assertThat(use.out())
                .containsPattern("taux_attente +10.00 +10.00 +720 s of 7200 s waiting and not stopped")
                .containsPattern("temps_attente +0.2750 +0.2750 +990 s in 4 waits")
                .containsPattern(
                        "heure_derniere_piece +2025-05-28 10:00:00 +2025-05-28 10:00:00 +\\Q" + FILE + "\\E:10");
    }

    @Test
    void the_figures_and_counted_seconds_are_those_of_the_table_in_every_session_of_odd_logs() throws Exception {
        LogTree.seeded(5).with(Oddity.values()).writeTo(plant.logs);
        assertThat(plant.use("run", "machine-logs").code()).isIn(0, 8);
        List<String> sessions = plant.rows("select centre || '@' || date_production from v_session order by 1");
        assertThat(sessions).hasSizeGreaterThan(5);
        for (String session : sessions) {
            JsonNode explained = json(plant.use("explain", "-o", "json", "--", session));
            explained
                    .get("figures")
                    .forEach(figure -> assertThat(figure.get("value"))
                            .as("%s %s", session, figure)
                            .isEqualTo(figure.get("in_table")));
            ratesAreWhatIsCounted(session, explained);
        }
    }

    private static void ratesAreWhatIsCounted(String session, JsonNode explained) {
        BigDecimal waited = BigDecimal.ZERO;
        BigDecimal stopped = BigDecimal.ZERO;
        for (JsonNode interval : explained.get("intervals")) {
            BigDecimal counted = interval.get("counted_seconds").decimalValue();
            boolean wait = interval.get("interval").asString().equals("wait");
            waited = waited.add(wait ? counted : BigDecimal.ZERO);
            stopped = stopped.add(wait ? BigDecimal.ZERO : counted);
        }
        assertThat(rate(figure(explained, "duree_production_totale").get("made_of"), waited))
                .as(session)
                .isEqualByComparingTo(
                        figure(explained, "taux_attente").get("in_table").asString());
        assertThat(rate(figure(explained, "duree_production_totale").get("made_of"), stopped))
                .as(session)
                .isEqualByComparingTo(figure(explained, "taux_arret_volontaire")
                        .get("in_table")
                        .asString());
    }

    private static BigDecimal rate(JsonNode window, BigDecimal seconds) {
        BigDecimal length = new BigDecimal(window.asString().replaceFirst(" s from the first.*", ""));
        return length.signum() == 0
                ? BigDecimal.ZERO
                : seconds.multiply(BigDecimal.valueOf(100)).divide(length, 2, RoundingMode.HALF_UP);
    }

    private static JsonNode figure(JsonNode explained, String name) {
        return explained
                .get("figures")
                .valueStream()
                .filter(figure -> figure.get("figure").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_timeline_is_one_page_whose_picture_is_xml_and_whose_texts_are_escaped() throws Exception {
        example();
        assertThat(plant.use("explain", "DEM12@2025-05-28", "--html", "day.html")
                        .err())
                .contains("the timeline is in " + directory.resolve("day.html"));
        String page = Files.readString(directory.resolve("day.html"), StandardCharsets.UTF_8);
        assertThat(page).contains("&lt;P&amp;1&gt;", FILE + ":7").doesNotContain("<P&1>", "<script", "href", "url(");
        String svg = page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + 6);
        var picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(picture.getElementsByTagName("rect").getLength()).isGreaterThan(20);
    }

    @Test
    void a_table_that_holds_other_figures_is_told_with_what_to_do() throws Exception {
        example();
        plant.execute("update session_production set taux_attente = 11");
        CommandLineUse use = plant.use("explain", "DEM12@2025-05-28");
        assertThat(use.code()).isEqualTo(8);
        assertThat(use.err()).contains("atelier run machine-logs --date 2025-05-28 --again");
    }

    @Test
    void what_the_session_was_built_from_is_explained_though_the_file_has_grown() throws Exception {
        example();
        Files.writeString(plant.logs.resolve(FILE), "20250528 11:00:00|@StukUitgevoerd:\r\n");
        plant.execute("delete from plan_jour");
        assertThat(plant.use("explain", "DEM12@2025-05-28").code()).isZero();
    }

    @Test
    void a_session_that_is_not_there_or_came_through_the_api_is_exit_code_4() throws Exception {
        example();
        assertThat(plant.use("explain", "DEM12@2025-05-29").code()).isEqualTo(4);
        plant.execute("update session_production set origine = 'api'");
        CommandLineUse use = plant.use("explain", "DEM12@2025-05-28");
        assertThat(use.code()).isEqualTo(4);
        assertThat(use.err()).contains("came through the API");
        assertThat(plant.use("explain", "yesterday").code()).isEqualTo(2);
        assertThat(plant.use("explain", "DEM12@28.05.2025").code()).isEqualTo(2);
    }

    @Test
    void a_content_that_was_lost_is_named() throws Exception {
        example();
        plant.set("ATELIER_DATA_DIR", directory.resolve("elsewhere").toString());
        CommandLineUse use = plant.use("explain", "DEM12@2025-05-28");
        assertThat(use.code()).isEqualTo(1);
        assertThat(use.err()).contains("LANDING_MISSING", FILE);
        assertThat(directory.resolve("elsewhere/landing")).doesNotExist();
    }
}
