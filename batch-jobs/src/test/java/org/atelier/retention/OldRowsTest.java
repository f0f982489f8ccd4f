package org.atelier.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.atelier.ReadyDatabase;
import org.atelier.catalog.BatchJobs;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.orders.OrderRejects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old rows go in transactions that are short, and never from under somebody's hands. */
class OldRowsTest {

    private static final Instant NOW = Instant.parse("2025-06-01T10:00:00Z");

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        database = ReadyDatabase.create();
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private void rejectsOfOrders(int number, String ended) throws SQLException {
        execute("""
                insert into commande_rejetee (cible, id_commande, numero_commande, colonne, motif, job_execution_id,
                                              date_fin)
                select 'commandes_volets', 'ID' || n, n::text, 'statut', 'TOO_LONG', 1, timestamptz '%s'
                  from generate_series(1, %d) n""".formatted(ended, number));
    }

    @Test
    void rows_that_take_their_time_are_deleted_in_several_transactions() throws Exception {
        rejectsOfOrders(40, "2025-01-01 00:00:00+00");
        execute("create table deletion (transaction bigint)");
        execute("""
                create function slowly() returns trigger language plpgsql as
                $$begin perform pg_sleep(0.05); insert into deletion values (txid_current()); return old; end$$""");
        execute("create trigger slowly before delete on commande_rejetee for each row execute function slowly()");

        long deleted =
                new OldRows(connection, BatchJobs.retained(), Duration.ofSeconds(1)).delete(RetentionKind.REJECTS, NOW);

        assertThat(deleted).isEqualTo(40);
        assertThat(one("select count(*) from commande_rejetee")).isEqualTo("0");
        assertThat(one("select count(*) from deletion")).isEqualTo("40");
        assertThat(one("select count(distinct transaction) > 1 from deletion"))
                .as("what takes two seconds is not one transaction")
                .isEqualTo("t");
    }

    @Test
    void a_row_that_alone_takes_longer_than_a_batch_may_goes_all_the_same() throws Exception {
        rejectsOfOrders(1, "2025-01-01 00:00:00+00");
        execute("""
                create function slowly() returns trigger language plpgsql as
                $$begin perform pg_sleep(0.4); return old; end$$""");
        execute("create trigger slowly before delete on commande_rejetee for each row execute function slowly()");
        assertThat(new OldRows(connection, BatchJobs.retained(), Duration.ofMillis(200))
                        .delete(RetentionKind.REJECTS, NOW))
                .isEqualTo(1);
    }

    @Test
    void a_row_that_somebody_works_on_is_left_and_not_waited_for() throws Exception {
        rejectsOfOrders(3, "2025-01-01 00:00:00+00");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from commande_rejetee where id_commande = 'ID2' for update");
            assertThat(new OldRows(connection, BatchJobs.retained()).delete(RetentionKind.REJECTS, NOW))
                    .isEqualTo(2);
            other.rollback();
        }
        assertThat(one("select string_agg(id_commande, ' ') from commande_rejetee"))
                .isEqualTo("ID2");
        assertThat(new OldRows(connection, BatchJobs.retained()).delete(RetentionKind.REJECTS, NOW))
                .isEqualTo(1);
    }

    @Test
    void rejects_of_a_run_at_work_stay_whatever_their_age() throws Exception {
        execute("insert into centre_usinage (nom, type_cu) values ('DEM12', 'PVC')");
        execute("insert into fichier_source (job, source, centre_usinage_id, chemin, etat)"
                + " select 'machine-logs', 's', id, 'DEM12/x.LOG', 'seen' from centre_usinage");
        run(1, "COMPLETED");
        run(2, "STARTED");
        execute("insert into ligne_rejetee (fichier_id, numero_ligne, decalage_octets, motif, job_execution_id,"
                + " date_creation) select f.id, run, 0, 'NO_SEPARATOR', run, timestamptz '2020-01-01'"
                + " from fichier_source f, generate_series(1, 2) run");
        OldRows rows = new OldRows(connection, BatchJobs.retained());
        assertThat(rows.count(RetentionKind.REJECTS, NOW)).isEqualTo(1);
        assertThat(rows.delete(RetentionKind.REJECTS, NOW)).isEqualTo(1);
        assertThat(one("select job_execution_id from ligne_rejetee")).isEqualTo("2");
        execute("update batch_job_execution set status = 'FAILED'");
        assertThat(rows.delete(RetentionKind.REJECTS, NOW)).isEqualTo(1);
    }

    private void run(int id, String status) throws SQLException {
        execute("insert into batch_job_instance (job_instance_id, version, job_name, job_key)"
                + " values (%d, 0, 'machine-logs', 'k%d')".formatted(id, id));
        execute("insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, status)"
                + " values (%d, 0, %d, now(), '%s')".formatted(id, id, status));
    }

    @Test
    void rejects_of_vanished_orders_go_at_once_and_those_of_orders_that_became_right_later() throws Exception {
        rejectsOfOrders(3, "2025-05-31 00:00:00+00");
        execute("insert into commandes_volets (id_commande, numero_commande) values ('ID1', 1)");
        execute("insert into commandes_volets_roulants (numero_commande) values ('2')");
        OldRows rows = new OldRows(connection, BatchJobs.retained());
        assertThat(rows.count(OrderRejects.VANISHED, NOW)).isEqualTo(1);
        assertThat(rows.delete(OrderRejects.VANISHED, NOW)).isEqualTo(1);
        assertThat(one("select string_agg(id_commande, ' ' order by id) from commande_rejetee"))
                .isEqualTo("ID1 ID2");
        assertThat(rows.delete(RetentionKind.REJECTS, NOW.minus(RetentionKind.REJECTS.usually())))
                .isZero();
    }
}
