package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.json.JsonMapper;

class FilesCommandTest {

    @TempDir
    Path directory;

    private final TestDatabase database = ReadyDatabase.create();

    @BeforeEach
    void ledger() throws SQLException {
        execute("insert into centre_usinage (id, nom, type_cu) values (100, 'DEM12', 'PVC'), (101, 'SU12', 'HYBRIDE')");
        execute("""
                insert into fichier_source (id, job, source, centre_usinage_id, chemin, etat, tentatives, cause, sha256, jours, lignes,
                                            evenements, rejets, suite, chemin_archive)
                values (201, 'machine-logs', 'ftp://h:21/', 100, 'DEM12 (PVC)/a.LOG', 'loaded', 0, null, repeat('a', 64), '{2025-05-27}', 5, 4, 1, null, null),
                       (202, 'machine-logs', 'ftp://h:21/', 100, 'DEM12 (PVC)/b.LOG', 'quarantined', 5, 'no right', null, null, null, null, null, null, null),
                       (203, 'machine-logs', 'ftp://h:21/', 101, 'SU12 (HYBRIDE)/b.LOG', 'loaded', 0, null, repeat('b', 64), '{2025-05-27}', 5, 5, 0,
                        'archived', 'archive/SU12 (HYBRIDE)/b.LOG')
                """);
        execute(
                "insert into ligne_rejetee (fichier_id, numero_ligne, decalage_octets, motif, contenu, job_execution_id) "
                        + "values (201, 3, 40, 'NO_SEPARATOR', 'x', 1)");
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

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Test
    void files_are_listed_by_centre_and_state() {
        assertThat(use("files", "list", "-o", "csv").out().lines()).hasSize(4);
        assertThat(use("files", "list", "--centre", "SU12", "-o", "csv").out())
                .contains("203,SU12", "loaded, archived");
        assertThat(use("files", "list", "--state", "quarantined", "-o", "csv")
                        .out()
                        .lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("202,").contains("no right"));
        assertThat(use("files", "list", "--limit", "1", "-o", "csv").out().lines())
                .hasSize(2);
        assertThat(use("files", "list", "--state", "lost").code()).isEqualTo(2);
    }

    @Test
    void a_file_is_shown_by_id_path_or_name() {
        CommandLineUse byPath = use("files", "show", "DEM12 (PVC)/a.LOG", "-o", "json");
        assertThat(byPath.out())
                .isEqualTo(use("files", "show", "201", "-o", "json").out());
        assertThat(byPath.out())
                .isEqualTo(use("files", "show", "a.LOG", "-o", "json").out());
        var file = JsonMapper.shared().readTree(byPath.out());
        assertThat(file.get("schema").asString()).isEqualTo("atelier.file/1");
        assertThat(file.get("days").get(0).asString()).isEqualTo("2025-05-27");
        assertThat(file.get("lines").get("rejected").asInt()).isEqualTo(1);
        assertThat(file.get("landed").asBoolean()).isFalse();
        assertThat(directory.resolve("landing")).doesNotExist();
    }

    @Test
    void an_unknown_file_is_exit_code_4_and_a_name_of_two_files_exit_code_2() {
        CommandLineUse unknown = use("files", "show", "c.LOG");
        assertThat(unknown.code()).isEqualTo(4);
        assertThat(unknown.err()).contains("c.LOG", "next: atelier files list");
        CommandLineUse two = use("files", "show", "b.LOG");
        assertThat(two.code()).isEqualTo(2);
        assertThat(two.err()).contains("DEM12 (PVC)/b.LOG (202)", "SU12 (HYBRIDE)/b.LOG (203)");
    }

    @Test
    void files_of_any_job_are_listed_shown_requeued_and_forgotten() throws SQLException {
        execute("""
                insert into fichier_source (id, job, source, chemin, etat, tentatives, cause, sha256, jours, lignes, rejets)
                values (301, 'hello', 'ftp://h:21/', 'hello/a.txt', 'loaded', 0, null, repeat('c', 64), '{2025-05-27}', 5, 1),
                       (302, 'hello', 'ftp://h:21/', 'hello/b.txt', 'quarantined', 5, 'no greeting', null, null, null, null)
                """);
        assertThat(use("files", "list", "-o", "csv").out().lines())
                .hasSize(6)
                .anySatisfy(line ->
                        assertThat(line).startsWith("301,,hello/a.txt,loaded,").endsWith(",hello"))
                .anySatisfy(line -> assertThat(line).startsWith("201,DEM12,").endsWith(",machine-logs"));
        assertThat(use("files", "list", "--job", "hello", "-o", "csv").out().lines())
                .hasSize(3);
        var shown = JsonMapper.shared()
                .readTree(use("files", "show", "301", "-o", "json").out());
        assertThat(shown.get("job").asString()).isEqualTo("hello");
        assertThat(shown.get("centre").isNull()).isTrue();
        assertThat(shown.get("landed").asBoolean()).isFalse();

        assertThat(use("files", "requeue", "hello/b.txt").code()).isZero();
        assertThat(use("files", "forget", "hello/a.txt", "--yes").code()).isZero();
        assertThat(one("select string_agg(distinct etat, ',') from fichier_source where job = 'hello'"))
                .isEqualTo("seen");
        assertThat(one("select count(*) from ligne_rejetee")).isEqualTo("1");
    }

    @Test
    void a_quarantined_file_is_put_back_into_the_queue() throws SQLException {
        assertThat(use("files", "requeue", "202").code()).isZero();
        assertThat(one("select etat || ' ' || tentatives || coalesce(cause, '') from fichier_source where id = 202"))
                .isEqualTo("seen 0");
        assertThat(one("select sha256 from fichier_source where id = 201")).startsWith("aaa");
    }

    @Test
    void a_file_that_left_its_server_cannot_be_taken_again() throws SQLException {
        CommandLineUse use = use("files", "requeue", "202", "203");
        assertThat(use.code()).isEqualTo(4);
        assertThat(use.err()).contains("archive/SU12 (HYBRIDE)/b.LOG");
        assertThat(one("select etat from fichier_source where id = 202")).isEqualTo("quarantined");
    }

    @Test
    void forgetting_asks_for_yes_and_takes_the_rejects_with_it() throws SQLException {
        CommandLineUse asked = use("files", "forget", "a.LOG");
        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.err()).contains("--yes");
        assertThat(one("select etat from fichier_source where id = 201")).isEqualTo("loaded");

        assertThat(use("files", "forget", "a.LOG", "--yes", "-o", "json").out()).contains("forgotten");
        assertThat(one("select etat || coalesce(sha256, '') from fichier_source where id = 201"))
                .isEqualTo("seen");
        assertThat(one("select count(*) from ligne_rejetee")).isEqualTo("0");
    }
}
