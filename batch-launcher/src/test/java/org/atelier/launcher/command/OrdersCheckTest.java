package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is looked at of the ERP before a run of the job orders. */
class OrdersCheckTest {

    @TempDir
    Path directory;

    private ErpUse workshop;

    @BeforeEach
    void open() {
        workshop = new ErpUse(directory);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private static JsonNode json(CommandLineUse use) {
        return JsonMapper.shared().readTree(use.out());
    }

    private void orders(int count) {
        for (int i = 0; i < count; i++) {
            workshop.order("A" + i);
        }
    }

    private JsonNode check(int code) {
        CommandLineUse use = workshop.use("check", "orders", "-o", "json");
        assertThat(use.code()).as(use.out() + use.err()).isEqualTo(code);
        return json(use);
    }

    private static List<String> column(JsonNode rows, String name) {
        return rows.values().stream().map(row -> row.get(name).asString()).toList();
    }

    @Test
    void the_check_shows_what_the_erp_holds() {
        orders(2);
        JsonNode report = check(0);
        assertThat(column(report.get("findings"), "verdict")).containsOnly("ok");
        assertThat(column(report.get("tables"), "name")).containsExactly("A_Kopf", "A_Logbuch", "P_Zubeh", "A_Vorgang");
        assertThat(column(report.get("values"), "value"))
                .containsExactly("Planifi\u00e9e", "cde Planifi\u00e9e", "SOP ", "VR ");
        assertThat(column(report.get("values"), "encoding")).contains("accents", "plain");
        assertThat(report.get("steps").size()).isEqualTo(10);
        assertThat(report.toString()).doesNotContain("Affaire");
        assertThat(workshop.use("check", "orders").out()).contains("selected, joined with operations");
    }

    @Test
    void the_check_tells_that_the_erp_was_emptied_since_the_last_run() {
        orders(12);
        workshop.use(0, "run", "orders");
        assertThat(column(check(0).get("findings"), "verdict")).containsOnly("ok");
        for (String table : List.of("P_Zubeh", "A_Vorgang", "A_Logbuch", "A_Kopf")) {
            workshop.erp.execute("delete from " + table);
        }

        JsonNode findings = check(8).get("findings");

        assertThat(column(findings, "verdict")).containsOnly("shrunk");
        assertThat(column(findings, "what"))
                .anyMatch(what -> what.startsWith("0 rows, 12 at the last run ("))
                .anyMatch(what -> what.startsWith("commandes_volets: 12 of 12 rows would be deleted"))
                .anyMatch(what -> what.startsWith("commandes_volets_roulants: 12 of 12 rows would be deleted"))
                .hasSize(6);
        assertThat(column(findings, "fix")).allMatch(fix -> fix.endsWith("atelier run orders --max-delete-ratio 100%"));
        assertThat(workshop.use("check", "all").out()).contains("shrunk");
        workshop.use(0, "run", "orders", "--max-delete-ratio", "100%");
        assertThat(column(check(0).get("findings"), "verdict")).containsOnly("ok");
    }

    @Test
    void an_erp_whose_planning_was_lost_has_shrunk_although_no_row_is_missing() {
        orders(12);
        workshop.use(0, "run", "orders");
        workshop.erp.execute("update A_Logbuch set Notiz = 'cde Planifi?e'");

        JsonNode findings = check(8).get("findings");

        assertThat(column(findings, "verdict")).containsExactly("ok", "ok", "ok", "ok", "shrunk", "shrunk");
    }

    @Test
    void the_check_goes_on_without_the_database_and_says_what_it_could_not_compare() {
        orders(1);
        workshop.set("ATELIER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none");

        JsonNode findings = check(0).get("findings");

        assertThat(column(findings, "verdict")).containsExactly("ok", "ok", "ok", "ok", "warning");
        assertThat(column(findings, "fix")).contains("atelier check database");
    }

    @Test
    void the_check_surveys_an_erp_with_a_number_that_nothing_holds() {
        orders(1);
        workshop.erp.execute("alter table A_Kopf modify AuNummer bigint unsigned");
        workshop.erp.execute("update A_Kopf set AuNummer = 18446744073709551615");

        assertThat(column(check(0).get("findings"), "verdict")).containsOnly("ok");
        workshop.use(0, "run", "orders");
        assertThat(rejectsOf(1).toString()).contains("OUT_OF_RANGE").contains("18446744073709551615");
    }

    @Test
    void the_check_tells_every_problem_at_once() {
        workshop.erp.execute("DROP TABLE P_Zubeh");
        workshop.erp.execute("ALTER TABLE A_Logbuch DROP COLUMN Notiz");
        JsonNode report = check(3);
        assertThat(column(report.get("findings"), "what"))
                .anyMatch(what -> what.contains("no table P_Zubeh"))
                .anyMatch(what -> what.contains("no column Notiz"))
                .hasSize(2);
        assertThat(report.has("values")).isFalse();
    }

    @Test
    void what_makes_runs_inconsistent_is_a_warning() {
        workshop.erp.execute("ALTER TABLE A_Vorgang ENGINE=MyISAM");
        JsonNode report = check(0);
        assertThat(column(report.get("findings"), "verdict")).containsExactly("ok", "ok", "ok", "warning");
        assertThat(report.has("values")).isTrue();
    }

    @Test
    void the_check_tells_a_wrong_password_from_a_server_that_is_not_there() {
        workshop.set("ATELIER_ORDERS_PASSWORD", "wrong");
        assertThat(check(3).get("findings").get(0).get("fix").asString()).contains("atelier.orders.username");
        workshop.set("ATELIER_ORDERS_SOURCE", "jdbc:mysql://127.0.0.1:1/erp");
        assertThat(check(7).get("findings").get(0).get("verdict").asString()).isEqualTo("unreachable");
    }

    @Test
    void without_an_erp_the_check_says_so() {
        workshop.withoutErp();
        assertThat(column(check(0).get("findings"), "what")).containsExactly("no ERP is configured");
        assertThat(workshop.use("check", "all", "-o", "csv").out()).contains("orders,not set,");
    }

    private JsonNode rejectsOf(int run) {
        return json(workshop.use("show", Integer.toString(run), "--rejects", "-o", "json"));
    }
}
