package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.ReadyDatabase;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.CopyRows;
import org.atelier.files.Reject;
import org.atelier.files.RejectStore;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.history.RejectFilter;
import org.atelier.history.RunHistory;
import org.atelier.history.StandingReject;
import org.atelier.history.StandingRejects;
import org.atelier.retention.OldRows;
import org.atelier.retention.RetentionKind;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellRejectsTest {

    private static final RejectFilter ALL = filter(Optional.empty());

    @TempDir
    Path directory;

    private final TestDatabase database = ReadyDatabase.create();
    private Connection connection;

    @BeforeEach
    void rejects() throws Exception {
        connection = database.connect();
        execute("""
                insert into fichier_source (id, job, source, chemin, etat) values
                (1, 'measurements', '/srv/data', 'durand/essai/02009001/a.tsv', 'loaded'),
                (2, 'measurements', '/srv/data', 'dupont/essai/02009001/b.tsv', 'loaded')""");
        execute("insert into fichier_mesure (fichier_id, campagne_bucket) values (1, 'durand')");
        execute("insert into centre_usinage (id, nom) values (1, 'DEM12')");
        execute("""
                insert into fichier_source (id, job, source, centre_usinage_id, chemin, etat)
                values (3, 'machine-logs', 's', 1, 'DEM12 (PVC)/20250501.LOG', 'loaded')""");
        store(
                1,
                new Reject(4, 90, "INVALID_VALUE", "12,5", 3),
                new Reject(4, 90, "INVALID_VALUE", "NA", 1),
                new Reject(7, 190, "BAD_TIMESTAMP", "31/04/26 10:00:00\t1\t2"));
        store(2, new Reject(3, 60, "INVALID_VALUE", "x", 2));
        store(3, new Reject(1, 0, "NO_SEPARATOR", "of another job"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private void store(long file, Reject... rejects) throws Exception {
        RejectStore store =
                new RejectStore(Jdbi.create(database.dataSource()), new BulkCopy(database.dataSource()), directory);
        try (CopyRows rows = store.rows(file, 5, each -> {
            for (Reject reject : rejects) {
                each.accept(reject);
            }
        })) {
            store.replace(file, rows);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RejectFilter filter(Optional<String> centre) {
        return new RejectFilter(Optional.empty(), centre, Optional.empty(), Optional.empty(), Optional.empty(), null);
    }

    private List<StandingReject> list(RejectFilter filter) throws SQLException {
        return new StandingRejects(connection, Map.of("measurements", CellRejects.QUERY)).list(filter);
    }

    @Test
    void a_cell_says_its_column_and_a_line_does_not() throws Exception {
        assertThat(list(ALL))
                .extracting(StandingReject::position)
                .containsExactlyInAnyOrder("line 4, column 3", "line 4, column 1", "line 7", "line 3, column 2");
        assertThat(list(ALL)).allMatch(reject -> reject.id().startsWith("cell-"));
    }

    @Test
    void rejects_are_found_by_company_whether_the_file_gave_anything_or_not() throws Exception {
        assertThat(list(filter(Optional.of("durand")))).hasSize(3);
        assertThat(list(filter(Optional.of("dupont")))).hasSize(1);
    }

    @Test
    void those_of_a_run_come_by_file_line_and_column() throws Exception {
        execute("""
                insert into batch_job_instance (job_instance_id, version, job_name, job_key)
                values (5, 0, 'measurements', 'k')""");
        execute("""
                insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, status)
                values (5, 0, 5, now(), 'COMPLETED')""");

        assertThat(new RunHistory(connection).rejects(5, CellRejects.QUERY.ofRun(), 10))
                .extracting(row -> row.get(1) + " " + row.get(2) + " " + row.get(3) + " " + row.get(6))
                .containsExactly(
                        "dupont/essai/02009001/b.tsv 3 2 x",
                        "durand/essai/02009001/a.tsv 4 1 NA",
                        "durand/essai/02009001/a.tsv 4 3 12,5",
                        "durand/essai/02009001/a.tsv 7 null 31/04/26 10:00:00\t1\t2");
    }

    @Test
    void old_ones_go_and_those_of_other_jobs_stay() throws Exception {
        execute("update ligne_rejetee set date_creation = '2025-01-01Z'");

        assertThat(new OldRows(connection, List.of(CellRejects.RETAINED))
                        .delete(RetentionKind.REJECTS, Instant.parse("2025-06-01T00:00:00Z")))
                .isEqualTo(4);
        assertThat(list(ALL)).isEmpty();
        List<String> left = Jdbi.create(connection)
                .withHandle(handle -> handle.createQuery("select contenu from ligne_rejetee")
                        .mapTo(String.class)
                        .list());
        assertThat(left).containsExactly("of another job");
    }
}
