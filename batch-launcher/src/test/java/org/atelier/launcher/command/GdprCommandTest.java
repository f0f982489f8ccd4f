package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's request, as people answer it. */
class GdprCommandTest {

    private static final String NUMBER = "100001";

    @TempDir
    Path directory;

    private ErpUse workshop;

    @BeforeEach
    void open() {
        workshop = new ErpUse(directory).order("A0").order("A1");
        sync();
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private void sync() {
        CommandLineUse use = workshop.use("run", "orders");
        assertThat(use.code()).as(use.out() + use.err()).isZero();
    }

    private CommandLineUse gdpr(int code, String... arguments) {
        CommandLineUse use = workshop.use(arguments);
        assertThat(use.code()).as(use.out() + use.err()).isEqualTo(code);
        return use;
    }

    @Test
    void the_export_is_json_that_another_program_can_read() {
        CommandLineUse use = gdpr(0, "gdpr", "export", "--order", NUMBER, "-o", "json");
        JsonNode export = JsonMapper.shared().readTree(use.out());
        assertThat(export.get("schema").asString()).isEqualTo("atelier.gdpr-export/1");
        assertThat(export.get("order").asString()).isEqualTo(NUMBER);
        assertThat(export.get("erased").isNull()).isTrue();
        List<JsonNode> records = List.copyOf(export.get("records").values());
        assertThat(records).hasSize(2);
        assertThat(records.get(0).get("table").asString()).isEqualTo("commandes_volets_roulants");
        assertThat(records.get(1).get("record").get("affaire").asString()).isEqualTo("Affaire A0");
        assertThat(gdpr(0, "gdpr", "export", "--order", NUMBER).out()).contains("commandes_volets", "Affaire A0");
    }

    @Test
    void erasing_must_be_confirmed_and_lasts() throws Exception {
        CommandLineUse asked = gdpr(2, "gdpr", "erase", "--order", NUMBER);
        assertThat(asked.err()).contains("cannot be undone", "commandes_volets 1", "--yes");
        assertThat(workshop.one("select count(*) from commandes_volets")).isEqualTo("2");

        CommandLineUse erased = gdpr(0, "gdpr", "erase", "--order", NUMBER, "--yes", "-o", "json");
        assertThat(JsonMapper.shared().readTree(erased.out()).get("schema").asString())
                .isEqualTo("atelier.gdpr-erased/1");
        sync();
        assertThat(workshop.one("select string_agg(id_commande, ' ') from commandes_volets"))
                .isEqualTo("A1");
        assertThat(gdpr(5, "gdpr", "erase", "--order", NUMBER, "--yes").err()).contains("was erased on");
        JsonNode left = JsonMapper.shared()
                .readTree(gdpr(0, "gdpr", "export", "--order", NUMBER, "-o", "json")
                        .out());
        assertThat(left.get("erased").isNull()).isFalse();
        assertThat(left.toString()).doesNotContain("Affaire");
        assertThat(workshop.one("select auteur from atelier_audit where action = 'gdpr erase'"))
                .endsWith("/" + ProcessHandle.current().pid());
        assertThat(workshop.one("select string_agg(details::text, '') from atelier_audit"))
                .doesNotContain(NUMBER);
    }

    @Test
    void nothing_is_kept_of_an_order_that_is_not_there() throws Exception {
        assertThat(gdpr(4, "gdpr", "export", "--order", "7").err()).contains("nothing is kept of order 7");
        assertThat(gdpr(4, "gdpr", "erase", "--order", "7", "--yes").err()).contains("nothing is kept of order 7");
        assertThat(workshop.one("select count(*) from atelier_audit")).isEqualTo("0");
    }

    /** Lets a run read its orders and wait, before it merges them, for the end of what is done meanwhile. */
    private CommandLineUse syncBeside(Runnable meanwhile) throws SQLException {
        try (Connection holding = workshop.database.connect();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table commandes_volets in access exclusive mode");
            CompletableFuture<CommandLineUse> run =
                    CompletableFuture.supplyAsync(() -> workshop.use("run", "orders", "--progress", "none"));
            while (workshop.one("select count(*) from pg_locks where not granted"
                            + " and relation = 'commandes_volets'::regclass")
                    .equals("0")) {
                assertThat(run).isNotDone();
            }
            meanwhile.run();
            holding.rollback();
            return run.join();
        }
    }

    @Test
    void a_run_at_work_is_not_disturbed_and_the_next_one_leaves_the_order_out() throws Exception {
        workshop.erp.execute("UPDATE A_Kopf SET AufStatus = 'vitrage'");
        String[] erase = {"gdpr", "erase", "--order", NUMBER, "--yes", "--wait-timeout", "0s"};
        CommandLineUse run = syncBeside(
                () -> assertThat(gdpr(6, erase).err()).contains("a run of orders is at work", "nothing was erased"));
        assertThat(run.code()).as(run.err() + run.out()).isZero();
        assertThat(workshop.one("select count(*) from commandes_volets where statut = 'vitrage'"))
                .isEqualTo("2");
        gdpr(0, erase);
        sync();
        assertThat(workshop.one("select string_agg(id_commande, ' ') from commandes_volets"))
                .isEqualTo("A1");
    }
}
