package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.ReadyDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsCommandTest {

    @TempDir
    Path directory;

    private final TestDatabase database = ReadyDatabase.create();

    @BeforeEach
    void rejects() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into centre_usinage (id, nom, type_cu) values (100, 'DEM12', 'PVC'), (101, 'SU12', 'PVC')");
            statement.execute("""
                    insert into fichier_source (id, job, source, centre_usinage_id, chemin, etat)
                    values (201, 'machine-logs', 'ftp://h:21/', 100, 'DEM12 (PVC)/a.LOG', 'loaded'),
                           (202, 'machine-logs', 'ftp://h:21/', 101, 'SU12 (PVC)/a.LOG', 'loaded')""");
            statement.execute("""
                    insert into ligne_rejetee (id, fichier_id, numero_ligne, decalage_octets, motif, contenu, date_creation)
                    values (1, 201, 3, 40, 'NO_SEPARATOR', 'x, y', '2025-05-31 10:00Z'),
                           (2, 202, 7, 90, 'BAD_DETAILS', '=1+1', '2025-05-01 10:00Z')""");
            statement.execute("""
                    insert into commande_rejetee (id, cible, id_commande, colonne, motif, valeur, job_execution_id,
                                                  date_creation, job_execution_fin)
                    values (1, 'commandes_volets', 'K1', 'numero', 'MISSING', null, 9, '2025-05-30 10:00Z', null),
                           (2, 'commandes_volets', 'K2', 'numero', 'MISSING', null, 9, '2025-05-30 10:00Z', 10)""");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private CommandLineUse use(String... arguments) {
        return CommandLineUse.of(
                directory,
                Map.of(
                        "ATELIER_DATABASE_URL", database.jdbcUrl(),
                        "ATELIER_DATABASE_USERNAME", database.username(),
                        "ATELIER_DATABASE_PASSWORD", database.password(),
                        "ATELIER_DATA_DIR", directory.toString()),
                arguments);
    }

    private String ids(String... options) {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"rejects", "list", "-o", "csv"}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return String.join(
                " ",
                use(all).out()
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList());
    }

    @Test
    void rejects_that_stand_are_listed_the_newest_first_by_job_centre_file_reason_and_age() {
        assertThat(ids()).isEqualTo("line-1 order-1 line-2");
        assertThat(ids("--job", "orders")).isEqualTo("order-1");
        assertThat(ids("--centre", "SU12")).isEqualTo("line-2");
        assertThat(ids("--file", "202")).isEqualTo("line-2");
        assertThat(ids("--file", "a.LOG")).isEqualTo("line-1 line-2");
        assertThat(ids("--file", "DEM12 (PVC)/a.LOG")).isEqualTo("line-1");
        assertThat(ids("--reason", "missing")).isEqualTo("order-1");
        assertThat(ids("--since", "3d")).isEqualTo("line-1 order-1");
        assertThat(ids("--limit", "1")).isEqualTo("line-1");
        assertThat(use("rejects", "list", "--job", "machine-log").code()).isEqualTo(4);
    }

    @Test
    void one_is_shown_with_what_to_do_and_an_unknown_one_is_exit_code_4() {
        CommandLineUse shown = use("rejects", "show", "line-1", "-o", "json");
        assertThat(shown.out()).contains("x, y", "line 3", "atelier rejects replay machine-logs --file 201");
        assertThat(use("rejects", "show", "order-1").out())
                .contains("commandes_volets.numero", "correct it in the ERP");
        assertThat(use("rejects", "show", "order-2").code()).isEqualTo(4);
        assertThat(use("rejects", "show", "1").err()).contains("next: atelier rejects list");
    }

    @Test
    void all_are_exported_to_stdout_or_to_a_file_that_is_not_there_yet() throws IOException {
        CommandLineUse all = use("rejects", "export");
        assertThat(all.out())
                .startsWith("reject_id,job,centre,subject,position,reason,run_id,created,content\r\n")
                .contains("line-1,machine-logs,DEM12,DEM12 (PVC)/a.LOG,line 3,NO_SEPARATOR,,", "\"x, y\"", "'=1+1");
        CommandLineUse one = use("rejects", "export", "--job", "orders", "--to", "r.csv", "-o", "json");
        assertThat(one.out()).contains("\"rejects\": 1");
        assertThat(Files.readString(directory.resolve("r.csv")))
                .contains("order-1,orders")
                .doesNotContain("line-");
        assertThat(use("rejects", "export", "--to", "r.csv").code()).isEqualTo(2);
    }

    @Test
    void a_link_that_leads_nowhere_is_there_and_nothing_is_written_behind_it() throws IOException {
        Files.createSymbolicLink(directory.resolve("r.csv"), directory.resolve("elsewhere"));
        assertThat(use("rejects", "export", "--to", "r.csv").code()).isEqualTo(2);
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void a_replay_of_nothing_runs_nothing() {
        assertThat(use("rejects", "replay", "machine-logs", "--reason", "LINE_TOO_LONG")
                        .code())
                .isEqualTo(4);
        assertThat(use("rejects", "replay", "machine-logs", "--centre", "DEM").code())
                .isEqualTo(4);
    }
}
