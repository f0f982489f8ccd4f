package org.atelier.observe.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of files that are left alone, of whatever job. */
class QuarantineNewsTest {

    private static Bureau bureau;

    @BeforeAll
    static void open() throws Exception {
        bureau = Bureau.open();
    }

    @BeforeEach
    void clear() throws SQLException {
        bureau.clear();
    }

    @AfterAll
    static void close() throws SQLException {
        bureau.close();
    }

    @Test
    void files_that_are_left_alone_are_told_once_by_centre() throws Exception {
        bureau.execute(
                "insert into centre_usinage (id, nom, type_cu) values (1, 'DEM12', 'PVC'), (2, 'SU12', 'HYBRIDE')");
        bureau.run(1, "machine-logs", "COMPLETED", "8, 'with_errors', 'Of its files or rows, 8 failed'");
        bureau.execute("""
                insert into fichier_source (job, source, centre_usinage_id, chemin, etat, tentatives, job_execution_id)
                select 'machine-logs', 'ftp://h/', 1, 'DEM12 (PVC)/2025060' || n || '.LOG', 'quarantined', 5, 1
                  from generate_series(1, 7) n
                union all select 'machine-logs', 'ftp://h/', 2, 'SU12 (HYBRIDE)/20250601.LOG', 'quarantined', 5, 1
                union all select 'machine-logs', 'ftp://h/', 2, 'SU12 (HYBRIDE)/20250602.LOG', 'failed', 4, 1""");
        bureau.look();
        bureau.good(2, "machine-logs");
        bureau.look();
        assertThat(
                        bureau.column(
                                "select title || '|' || body from atelier_notification where kind = 'file_quarantined' order by id"))
                .containsExactly(
                        "DEM12: 7 files are left alone from now on|Failed too often: DEM12 (PVC)/20250601.LOG,"
                                + " DEM12 (PVC)/20250602.LOG, DEM12 (PVC)/20250603.LOG, DEM12 (PVC)/20250604.LOG,"
                                + " DEM12 (PVC)/20250605.LOG and 2 more.",
                        "SU12: a file is left alone from now on|Failed too often: SU12 (HYBRIDE)/20250601.LOG.");
    }

    @Test
    void files_without_a_centre_that_are_left_alone_are_told_by_job() throws Exception {
        bureau.run(1, "hello", "COMPLETED", "8, 'with_errors', 'Of its files or rows, 2 failed'");
        bureau.execute("""
                insert into fichier_source (job, source, chemin, etat, tentatives, job_execution_id)
                select 'hello', 'ftp://h/', 'hello/' || n || '.txt', 'quarantined', 5, 1 from generate_series(1, 2) n""");
        bureau.look();
        bureau.look();
        assertThat(
                        bureau.column(
                                "select concat_ws('|', job, title, body) from atelier_notification where kind = 'file_quarantined'"))
                .containsExactly("hello|hello: 2 files are left alone from now on|Failed too often: hello/1.txt,"
                        + " hello/2.txt.");
    }
}
