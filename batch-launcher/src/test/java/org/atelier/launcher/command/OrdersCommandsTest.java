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
