package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.fixtures.postgres.RunningBackup;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.Test;

/** A run holds nobody up in PostgreSQL, is held up by nobody who only reads, and waits within no transaction. */
class BesideOthersTest extends FourOrders {

    private static final String STAGED = "select pg_relation_size('etape_commandes_volets_roulants')"
            + " + pg_relation_size('etape_commandes_volets') + pg_relation_size('etape_commandes_rejets')";

    @Test
    void a_backup_that_has_read_every_table_holds_up_no_run() throws Exception {
        workshop.run();
        List<String> before = workshop.state();
        try (RunningBackup backup = workshop.backup()) {
            order("ID5", 5);
            assertThat(workshop.run().ending()).isEqualTo(RunEnding.OK);
            erp.execute("delete from P_Zubeh where ID_A_Kopf = 'ID5'");

            assertThat(workshop.run().ending()).isEqualTo(RunEnding.OK);
            assertThat(backup.tables()).isPositive();
        }
        assertThat(workshop.state()).isEqualTo(before);
        assertThat(workshop.rows("select count(*) from etape_commandes_volets")).containsExactly("0");
    }

    @Test
    void the_room_that_staging_took_while_a_backup_ran_is_given_back_after_it() throws Exception {
        try (RunningBackup backup = workshop.backup()) {
            workshop.run();
            assertThat(workshop.rows(STAGED)).doesNotContain("0");
            assertThat(backup.tables()).isPositive();
        }
        workshop.run();

        assertThat(workshop.rows(STAGED)).containsExactly("0");
    }

    @Test
    void an_erp_that_greets_late_is_waited_for_as_long_as_its_own_setting_says() throws Exception {
        try (FaultProxy proxy = FaultProxy.of(workshop.sourcePort()).greetingAfter(Duration.ofMillis(1_500))) {
            RunReport report = workshop.sourcePort(proxy.port()).run();

            assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
        }
        assertThat(DriverManager.getLoginTimeout()).isZero();
    }

    @Test
    void the_erp_is_waited_for_while_no_transaction_is_open() throws Exception {
        workshop.databaseLimit("idle_in_transaction_session_timeout", "1500ms");
        try (FaultProxy proxy = FaultProxy.of(workshop.sourcePort())) {
            proxy.slowAt(Duration.ofMillis(2_500), "start transaction", "as order_id", "as fingerprint from `A_Kopf`");
            workshop.sourcePort(proxy.port());

            RunReport first = workshop.run();

            assertThat(first.ending()).as("%s", first).isEqualTo(RunEnding.OK);
            workshop.repeats();
        }
        assertThat(workshop.rows("select distinct status from batch_job_execution"))
                .containsExactly("COMPLETED");
    }
}
