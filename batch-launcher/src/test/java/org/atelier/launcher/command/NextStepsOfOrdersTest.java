package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.atelier.fixtures.http.HttpTestServer;
import org.atelier.launcher.NextSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told to be typed next of orders and of what is kept of them: typed, and it does what it promises. */
class NextStepsOfOrdersTest {

    private static final String ROWS = "select count(*) from commandes_volets";

    @TempDir
    Path directory;

    private ErpUse workshop;

    @BeforeEach
    void open() {
        workshop = new ErpUse(directory);
        for (int i = 0; i < 12; i++) {
            workshop.order("A" + i);
        }
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void orders_are_run_for_the_first_time_and_rejected_ones_accepted_and_looked_at_again() throws Exception {
        CommandLineUse none = workshop.use(4, "restart", "--last", "orders");
        workshop.erp.execute("UPDATE A_Kopf SET AuNummer = NULL WHERE ID = 'A3'");
        CommandLineUse over = workshop.use(8, "run", "orders", "--max-rejects", "0");
        assertThat(workshop.follow(over, "atelier preview orders", 0).out()).contains("Affaire");
        workshop.follow(over, "atelier restart 1", 0);
        assertThat(workshop.one(ROWS)).isEqualTo("11");
        assertThat(workshop.follow(none, "atelier run orders", 0).out()).contains("COMPLETED");
        String reject = "order-" + workshop.one("select min(id) from commande_rejetee");
        CommandLineUse shown = workshop.use(0, "rejects", "show", reject);
        workshop.erp.execute("UPDATE A_Kopf SET AuNummer = 7 WHERE ID = 'A3'");
        workshop.follow(shown, "atelier run orders", 0);
        assertThat(workshop.one(ROWS)).isEqualTo("12");
    }

    @Test
    void a_wrong_login_is_corrected_and_the_run_gone_on_with() throws Exception {
        String password = workshop.source.reader().password();
        workshop.set("ATELIER_ORDERS_PASSWORD", "wrong");
        CommandLineUse refused = workshop.use(3, "run", "orders");
        workshop.follow(workshop.use(3, "preview", "orders"), "atelier check orders", 3);
        workshop.set("ATELIER_ORDERS_PASSWORD", password);
        workshop.follow(refused, "atelier restart 1", 0);
        assertThat(workshop.one(ROWS)).isEqualTo("12");
    }

    @Test
    void a_dry_run_tells_the_command_that_writes() throws Exception {
        workshop.follow(workshop.use(0, "run", "orders", "--limit", "2"), "atelier run orders", 0);
        assertThat(workshop.one(ROWS)).isEqualTo("12");
        workshop.erp.execute("DELETE FROM A_Kopf");
        CommandLineUse dry = workshop.use(0, "run", "orders", "--dry-run", "--max-delete-ratio", "100%");
        workshop.follow(dry, "atelier run orders --max-delete-ratio 100%", 0);
        assertThat(workshop.one(ROWS)).isEqualTo("0");
    }

    @Test
    void an_erp_that_seems_emptied_is_looked_at_and_believed() throws Exception {
        workshop.use(0, "run", "orders");
        workshop.erp.execute("DELETE FROM A_Kopf");
        CommandLineUse refused;
        try (HttpTestServer webhook = HttpTestServer.start()) {
            workshop.set("ATELIER_NOTIFY_WEBHOOK_URL", webhook.url());
            refused = workshop.use(8, "run", "orders");
            workshop.set("ATELIER_NOTIFY_WEBHOOK_URL", "");
            String told = webhook.received().get(0).body().replaceFirst(".*\"next_step\":\"([^\"]*)\".*", "$1");
            assertThat(NextSteps.told(told))
                    .startsWith("atelier logs 2")
                    .endsWith(refused.next().toArray(new String[0]));
        }
        assertThat(workshop.use(0, "logs", "2").out()).contains("rows would be deleted");
        assertThat(workshop.follow(refused, "atelier check orders", 8).out()).contains("A_Kopf");
        CommandLineUse shown = workshop.use(0, "show", "last");
        assertThat(shown.next()).isEqualTo(refused.next());
        workshop.follow(shown, "atelier run orders --max-delete-ratio 100%", 0);
        assertThat(workshop.one(ROWS)).isEqualTo("0");
    }

    @Test
    void an_order_is_looked_at_and_erased() throws Exception {
        workshop.use(0, "run", "orders");
        String number = workshop.one("select numero_commande from commandes_volets where id_commande = 'A1'");
        CommandLineUse busy;
        try (Connection holding = workshop.database.connect();
                Statement statement = holding.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('atelier:orders', 0))");
            busy = workshop.use(6, "gdpr", "erase", "--order", number, "--wait-timeout", "0s");
            workshop.follow(busy, "atelier status orders", 0);
            CommandLineUse odd = workshop.use(6, "gdpr", "erase", "--order", "A 1's", "--wait-timeout", "0s");
            assertThat(odd.next()).contains("atelier gdpr erase --order 'A 1'\\''s' --yes");
        }
        CommandLineUse asked = workshop.use(2, "gdpr", "erase", "--order", number);
        assertThat(workshop.follow(asked, "atelier gdpr export", 0).out()).contains("Affaire A1");
        workshop.follow(busy, "atelier gdpr erase", 0);
        assertThat(workshop.one(ROWS)).isEqualTo("11");
        CommandLineUse erased = workshop.follow(asked, "atelier gdpr erase", 5);
        assertThat(workshop.follow(erased, "atelier gdpr export", 0).out()).doesNotContain("Affaire");
    }
}
