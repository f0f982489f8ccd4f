package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.fixtures.postgres.EmbeddedPostgres;
import org.atelier.fixtures.postgres.PostgresAddress;
import org.atelier.fixtures.postgres.ThrowAwayPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a synchronisation's process or of its servers, the tables are those of an undisturbed run. */
class OrdersSurvivalIT {

    /** Raises how often processes are killed; see docs/testing.md. */
    private static final int TIMES = Integer.getInteger("atelier.survival.times", 1);

    private static final String STATE = """
            select (select md5(string_agg(o::text, e'\\n' order by numero_commande, extension))
                      from (select numero_commande, extension, status, date_modification, coffre, gestion_en_stock
                              from commandes_volets_roulants) o)
                || (select md5(string_agg(o::text, e'\\n' order by id_commande))
                      from (select id_commande, numero_commande, extension, statut, affaire, date_modification,
                                   code_accessoire, description_accessoire, numero_operation, description_operation
                              from commandes_volets) o)
            """;

    /** Lets a run that repeats the last one come to its last step, and no further. */
    private static final String HOLD_THE_END = """
            create function hold() returns trigger language plpgsql as
                $$ begin perform pg_advisory_xact_lock(4711); return null; end $$;
            create trigger hold before update on plan_commandes for each statement execute function hold()
            """;

    @TempDir
    static Path directory;

    private static MysqlServer mysql;
    private static MysqlDatabase erp;
    private static ThrowAwayPostgres postgres;
    private static String expected = "";
    private static long undisturbedMillis;

    private Workshop workshop;

    @BeforeAll
    static void synchroniseUndisturbed() throws Exception {
        mysql = MysqlServer.embedded();
        erp = mysql.createDatabase();
        ErpData.seeded(6).orders(15_000).withEverythingOdd().loadInto(erp);
        postgres = EmbeddedPostgres.throwAway();
        Workshop calm = workshop("calm");
        long began = System.nanoTime();
        calm.runWell("run", "orders");
        undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        expected = calm.one(STATE);
    }

    private static Workshop workshop(String database) throws Exception {
        PostgresAddress address = postgres.address();
        new Workshop(directory, address.jdbcUrl(), address.user(), address.password())
                .execute("create database " + database);
        String url = address.jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
        Workshop workshop = new Workshop(directory, url, address.user(), address.password()).withErp(erp);
        workshop.setUp();
        return workshop;
    }

    @AfterAll
    static void stopServers() {
        postgres.close();
        erp.close();
        mysql.close();
    }

    @BeforeEach
    void open() throws Exception {
        workshop = workshop("disturbed");
    }

    @AfterEach
    void close() throws Exception {
        PostgresAddress address = postgres.address();
        new Workshop(directory, address.jdbcUrl(), address.user(), address.password())
                .execute("drop database disturbed with (force)");
    }

    @Test
    void killed_at_random_points_the_next_run_gives_the_same_tables() throws Exception {
        Random random = new Random(20_251_121);
        for (int n = 0; n < 5 * TIMES; n++) {
            Process process = workshop.start("run", "orders");
            process.waitFor(600 + random.nextLong(undisturbedMillis), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            Workshop.end(process);
        }
        workshop.runWell("run", "orders");
        assertThat(workshop.one(STATE)).isEqualTo(expected);
    }

    @Test
    void killed_within_the_merge_nothing_of_it_is_there_and_a_restart_does_it() throws Exception {
        Process process = workshop.start("run", "orders");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            holdMerge(connection, statement, process);
            process.destroyForcibly();
            Workshop.end(process);
        }
        assertThat(workshop.one("select count(*) from commandes_volets")).isEqualTo("0");
        workshop.runWell("restart", "--last", "orders");
        assertThat(workshop.one(STATE)).isEqualTo(expected);
        assertThat(workshop.one("select count(*) from batch_job_instance")).isEqualTo("1");
    }

    @Test
    void killed_while_it_repeats_an_unchanged_erp_a_restart_looks_again() throws Exception {
        workshop.runWell("run", "orders");
        workshop.execute(HOLD_THE_END);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(4711)");
            Process process = workshop.start("run", "orders");
            workshop.until(process, "select count(*) > 0 from pg_locks where not granted and locktype = 'advisory'");
            process.destroyForcibly();
            Workshop.end(process);
        }
        workshop.execute("drop function hold() cascade");
        assertThat(workshop.one("select count(*) from plan_commandes where repete = 1 and date_fusion is null"))
                .isEqualTo("2");
        try (Connection connection = erp.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update A_Kopf set Kommission = reverse(Kommission)");
            workshop.runWell("restart", "--last", "orders");
            assertThat(workshop.one(STATE)).isNotEqualTo(expected);
            statement.execute("update A_Kopf set Kommission = reverse(Kommission)");
        }
        workshop.runWell("run", "orders");
        assertThat(workshop.one(STATE)).isEqualTo(expected);
        assertThat(workshop.one("select count(*) from plan_commandes where repete is not null"))
                .isEqualTo("0");
    }

    @Test
    void a_server_that_crashes_during_the_merge_loses_the_staging_tables_and_the_run_fills_them_again()
            throws Exception {
        Process process = workshop.start("run", "orders");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            holdMerge(connection, statement, process);
            crash();
        } catch (java.sql.SQLException e) {
            // The crash ended this connection, too.
            assertThat(e.getSQLState()).startsWith("08");
        }
        assertThat(Workshop.end(process)).isZero();
        assertThat(workshop.one(STATE)).isEqualTo(expected);
        assertThat(workshop.one("select count(*) from batch_job_instance")).isEqualTo("1");
        assertThat(workshop.one("select count(*) from etape_commandes_volets")).isEqualTo("0");
    }

    @Test
    void an_erp_that_is_killed_amid_the_stream_and_comes_back_is_read_anew() throws Exception {
        Process process = workshop.start("run", "orders");
        workshop.until(process, "select count(*) > 0 from etape_commandes_volets");
        mysql.kill();
        mysql.restart();
        assertThat(Workshop.end(process)).isZero();
        assertThat(workshop.one(STATE)).isEqualTo(expected);
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(
                workshop.url(), postgres.address().user(), postgres.address().password());
    }

    /** Lets the run come to its merge, and no further. */
    private void holdMerge(Connection connection, Statement statement, Process process) throws Exception {
        connection.setAutoCommit(false);
        statement.execute("lock table commandes_volets in row exclusive mode");
        workshop.until(
                process,
                "select count(*) > 0 from pg_locks where not granted and relation = 'commandes_volets'::regclass");
    }

    /** The server takes the violent end of one of its processes for a crash: it ends them all and recovers. */
    private void crash() throws Exception {
        String pid = workshop.one("select pid from pg_stat_activity where application_name like 'atelier lock %'");
        new ProcessBuilder("kill", "-KILL", pid).inheritIO().start().waitFor();
    }
}
