package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The job orders as people start it. */
class OrdersCommandsTest {

    private static final String ROWS = "select count(*) from commandes_volets";

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

    @Test
    void a_run_tells_orders_and_their_speed_and_the_next_one_has_nothing_to_do() throws Exception {
        orders(3);
        JsonNode first = json(workshop.use("run", "orders", "-o", "json"));
        assertThat(first.get("exit_code").asInt()).as("%s", first).isZero();
        assertThat(first.get("orders").get("read").asInt()).isEqualTo(3);
        assertThat(first.get("volets").get("inserted").asInt()).isEqualTo(3);
        assertThat(first.has("orders_per_second")).isTrue();
        assertThat(first.has("lines_per_second") || first.has("bytes_per_second"))
                .isFalse();
        assertThat(first.get("nothing_to_do").asBoolean()).isFalse();

        JsonNode second = json(workshop.use("run", "orders", "-o", "json"));
        assertThat(second.get("nothing_to_do").asBoolean()).isTrue();
        assertThat(json(workshop.use("history", "orders", "-o", "json"))
                        .get("runs")
                        .size())
                .isEqualTo(1);
        assertThat(json(workshop.use("history", "orders", "--all", "-o", "json"))
                        .get("runs")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void an_erp_without_orders_is_empty_and_not_only_nothing_to_do() {
        assertThat(workshop.use("run", "orders", "--fail-on-empty").code()).isEqualTo(10);
        assertThat(workshop.use("run", "orders").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--date 2025-05-28", "--from 2025-05-01 --to 2025-05-02", "--again", "--file x.LOG"})
    void what_has_no_meaning_for_orders_is_refused_before_anything_runs(String options) throws Exception {
        CommandLineUse use = workshop.withoutSchema().use(("run orders " + options).split(" "));
        assertThat(use.code()).isEqualTo(2);
        assertThat(use.err())
                .contains(options.startsWith("--file") ? "orders has no files" : "orders has no days")
                .contains("next: ");
        assertThat(workshop.one("select to_regclass('commandes_volets') is null"))
                .isEqualTo("t");
    }

    @Test
    void a_job_that_deletes_nothing_refuses_a_ratio_for_it() {
        CommandLineUse use = workshop.use("run", "machine-logs", "--max-delete-ratio", "30%");
        assertThat(use.code()).isEqualTo(2);
        assertThat(use.err()).contains("machine-logs deletes nothing");
    }

    @Test
    void a_limit_implies_a_dry_run() throws Exception {
        orders(3);
        CommandLineUse use = workshop.use("run", "orders", "--limit", "2", "-o", "json");
        assertThat(use.code()).isZero();
        assertThat(use.err()).contains("--limit implies --dry-run for orders");
        assertThat(json(use).get("status").asString()).isEqualTo("DRY_RUN");
        assertThat(json(use).get("orders").get("read").asInt()).isEqualTo(2);
        assertThat(workshop.one(ROWS)).isEqualTo("0");
        assertThat(workshop.one("select count(*) from batch_job_execution")).isEqualTo("0");
    }

    @Test
    void a_dry_run_tells_what_a_run_would_do() throws Exception {
        orders(2);
        JsonNode dry = json(workshop.use("run", "orders", "--dry-run", "-o", "json"));
        assertThat(dry.get("volets").get("inserted").asInt()).isEqualTo(2);
        assertThat(workshop.one(ROWS)).isEqualTo("0");
    }

    @Test
    void too_many_deletions_stop_the_run_and_the_printed_command_goes_on() throws Exception {
        orders(12);
        assertThat(workshop.use("run", "orders").code()).isZero();
        workshop.erp.execute("DELETE FROM A_Kopf");

        CommandLineUse refused = workshop.use("run", "orders", "-o", "json");
        assertThat(refused.code()).isEqualTo(8);
        assertThat(json(refused).get("failure").asString()).contains("12 of 12 rows would be deleted");
        assertThat(workshop.one(ROWS)).isEqualTo("12");
        String next = json(refused).get("next_step").asString();
        assertThat(next).endsWith("atelier run orders --max-delete-ratio 100%");

        String[] command = next.substring(next.lastIndexOf("atelier ") + "atelier ".length())
                .split(" ");
        assertThat(workshop.use(command).code()).isZero();
        assertThat(workshop.one(ROWS)).isEqualTo("0");
    }

    @Test
    void a_refused_run_can_be_restarted_with_a_higher_ratio() throws Exception {
        orders(12);
        assertThat(workshop.use("run", "orders").code()).isZero();
        workshop.erp.execute("DELETE FROM A_Kopf");
        assertThat(workshop.use("run", "orders").code()).isEqualTo(8);
        assertThat(workshop.use("restart", "last", "--max-delete-ratio", "100%").code())
                .isZero();
        assertThat(workshop.one(ROWS)).isEqualTo("0");
    }

    private void fails(int code, String... told) throws Exception {
        CommandLineUse use = workshop.use("run", "orders", "-o", "json");
        assertThat(use.code()).as(use.out() + use.err()).isEqualTo(code);
        assertThat(json(use).get("failure").asString()).contains(told);
        assertThat(json(use).get("next_step").asString()).contains("atelier ");
        assertThat(workshop.one(ROWS)).isEqualTo("0");
    }

    @Test
    void a_missing_table_is_named() throws Exception {
        workshop.erp.execute("DROP TABLE P_Zubeh");
        fails(3, "there is no table P_Zubeh");
    }

    @Test
    void a_missing_column_is_named() throws Exception {
        workshop.erp.execute("ALTER TABLE A_Logbuch DROP COLUMN Notiz");
        fails(3, "A_Logbuch has no column Notiz");
    }

    @Test
    void a_column_of_another_type_is_named() throws Exception {
        workshop.erp.execute("ALTER TABLE A_Kopf MODIFY AuNummer date");
        fails(3, "A_Kopf.AuNummer is of type date");
    }

    @Test
    void a_wrong_password_is_a_matter_of_configuration() throws Exception {
        workshop.set("ATELIER_ORDERS_PASSWORD", "wrong");
        fails(3, "Access denied");
    }

    @Test
    void an_erp_that_does_not_answer_is_exit_code_7() throws Exception {
        workshop.set("ATELIER_ORDERS_SOURCE", "jdbc:mysql://127.0.0.1:1/erp").set("ATELIER_SOURCES_PATIENCE", "0s");
        fails(7, "127.0.0.1:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run orders", "run orders --dry-run", "preview orders"})
    void without_an_erp_nothing_is_begun(String command) throws Exception {
        CommandLineUse use = workshop.withoutSchema().withoutErp().use(command.split(" "));
        assertThat(use.code()).isEqualTo(3);
        assertThat(use.err())
                .contains("no ERP is configured", "ATELIER_ORDERS_SOURCE", "next: ", "atelier check orders");
        assertThat(workshop.one("select to_regclass('batch_job_execution') is null"))
                .isEqualTo("t");
    }

    @Test
    void a_read_only_database_is_told_as_such() throws Exception {
        assertThat(workshop.use("db", "update").code()).isZero();
        workshop.execute("alter database \"" + workshop.one("select current_database()")
                + "\" set default_transaction_read_only = on");
        CommandLineUse use = workshop.use("run", "orders");
        assertThat(use.code()).as(use.err()).isEqualTo(3);
        assertThat(use.err()).contains("read only", "use the primary");
        CommandLineUse check = workshop.use("check", "database", "-o", "csv");
        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out()).contains("use the primary");
    }

    @Test
    void the_preview_shows_rows_of_both_profiles() {
        orders(1);
        JsonNode preview = json(workshop.use("preview", "orders", "-o", "json"));
        assertThat(preview.get("rows").size()).isEqualTo(2);
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

    @Test
    void rejected_orders_are_shown_for_each_run_that_found_them() {
        orders(2);
        workshop.erp
                .order("B1")
                .status("Planifi\u00e9e")
                .note("cde Planifiee", null)
                .accessory(1, "VR", null);
        assertThat(workshop.use("run", "orders").code()).isZero();
        workshop.erp.execute("UPDATE A_Kopf SET AuNummer = NULL WHERE ID = 'B1'");
        assertThat(workshop.use("run", "orders").code()).isZero();
        assertThat(workshop.use("run", "orders").code()).isZero();
        workshop.erp.execute("UPDATE A_Kopf SET AuNummer = 7 WHERE ID = 'B1'");
        assertThat(workshop.use("run", "orders").code()).isZero();

        assertThat(rejectsOf(1).has("rejected_orders")).isFalse();
        for (int run : List.of(2, 3)) {
            JsonNode reject = rejectsOf(run).get("rejected_orders").get(0);
            assertThat(reject.get("order").asString()).isEqualTo("B1");
            assertThat(reject.get("column").asString()).isEqualTo("numero_commande");
            assertThat(reject.get("reason").asString()).isEqualTo("MISSING");
            assertThat(reject.get("since_run").asInt()).isEqualTo(2);
        }
        assertThat(rejectsOf(4).has("rejected_orders")).isFalse();
        assertThat(rejectsOf(4).get("rejects").size()).isZero();
    }
}
