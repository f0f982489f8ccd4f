package org.atelier.machinelogs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that repeat another file of their centre. */
class DuplicateFilesTest {

    private static final String A =
            "20250527 08:00:00|@StukUitgevoerd: a piece long enough to fill the head of a file\r\n";
    private static final String B = "20250527 09:00:00|@StukUitgevoerd: b\r\nno line\r\n";
    private static final String STATES = """
            select coalesce(string_agg(split_part(f.chemin, '/', 2) || ' ' || f.etat
                   || coalesce(' of ' || split_part(o.chemin, '/', 2), ''), ', ' order by f.chemin), '')
              from fichier_source f left join fichier_source o on o.id = f.duplicate_de
            """;
    private static final String PIECES = "select coalesce(sum(total_pieces), 0) from session_production";

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private void write(String name, String content) throws Exception {
        plant.bytes("DEM12 (PVC)/" + name, "2025-05-27T20:00:00Z", content.getBytes(UTF_8));
    }

    @Test
    void equal_files_prefixes_and_empty_files_add_nothing() throws Exception {
        write("1.LOG", A + B);
        write("2.LOG", A + B);
        write("3.LOG", A);
        write("4.LOG", "");

        RunReport report = plant.run();

        assertThat(plant.one(String.class, STATES))
                .isEqualTo(
                        "1.LOG loaded, 2.LOG duplicate of 1.LOG, 3.LOG duplicate of 1.LOG, 4.LOG duplicate of 1.LOG");
        assertThat(plant.one(Integer.class, PIECES)).isEqualTo(2);
        assertThat(plant.one(Long.class, "select count(*) from ligne_rejetee")).isEqualTo(1);
        assertThat(plant.one(Long.class, "select sum(lignes) from fichier_source where etat = 'duplicate'"))
                .isZero();
        assertThat(plant.one(String.class, "select fichier_log_source from session_production"))
                .isEqualTo("DEM12 (PVC)/1.LOG");
        assertThat(report.ending()).isEqualTo(RunEnding.OK);
        assertThat(summaryOf(report).figure("files", "duplicate")).isEqualTo(3);
        assertThat(summaryOf(report).figure("lines", "read")).isEqualTo(3);
    }

    @Test
    void a_lonely_empty_file_stands_for_itself() throws Exception {
        write("1.LOG", "");

        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);

        assertThat(plant.one(String.class, STATES)).isEqualTo("1.LOG loaded");
        assertThat(plant.one(Long.class, "select count(*) from session_production"))
                .isZero();
    }

    @Test
    void the_same_content_in_two_centres_is_no_duplicate() throws Exception {
        plant.bytes("DEM12 (PVC)/1.LOG", "2025-05-27T20:00:00Z", A.getBytes(UTF_8))
                .bytes("SU12 (HYBRIDE)/1.LOG", "2025-05-27T20:00:00Z", A.getBytes(UTF_8));
        plant.run();

        assertThat(plant.one(Integer.class, PIECES)).isEqualTo(2);
    }

    @Test
    void a_short_file_loaded_before_its_longer_version_is_withdrawn() throws Exception {
        write("short.LOG", A + "no line\r\n");
        plant.run();
        assertThat(plant.one(Long.class, "select count(*) from ligne_rejetee")).isEqualTo(1);
        write("a-longer.LOG", A + "no line\r\n" + "20250528 07:00:00|@StukUitgevoerd\r\n");

        RunReport second = plant.run();

        assertThat(second.cause()).isNull();
        assertThat(plant.one(String.class, STATES))
                .isEqualTo("a-longer.LOG loaded, short.LOG duplicate of a-longer.LOG");
        assertThat(plant.one(String.class, "select string_agg(fichier_log_source, ', ') from session_production"))
                .isEqualTo("DEM12 (PVC)/a-longer.LOG, DEM12 (PVC)/a-longer.LOG");
        assertThat(plant.one(Integer.class, PIECES)).isEqualTo(2);
        assertThat(plant.one(Long.class, "select count(*) from ligne_rejetee")).isEqualTo(1);
    }

    @Test
    void a_duplicate_stands_for_itself_again_when_its_original_changes() throws Exception {
        write("1.LOG", A + B);
        write("2.LOG", A + B);
        plant.run();
        plant.bytes(
                "DEM12 (PVC)/1.LOG",
                "2025-05-28T20:00:00Z",
                (A + "20250527 11:00:00|@StukUitgevoerd: c\r\n".repeat(9)).getBytes(UTF_8));

        plant.run();

        assertThat(plant.one(String.class, STATES)).isEqualTo("1.LOG loaded, 2.LOG loaded");
        assertThat(plant.one(Integer.class, PIECES)).isEqualTo(12);
        assertThat(
                        plant.one(
                                String.class,
                                "select concat_ws(' ', lignes, evenements, rejets, jours) from fichier_source where chemin like '%2.LOG'"))
                .isEqualTo("3 2 1 {2025-05-27}");
        assertThat(plant.one(Long.class, "select count(*) from ligne_rejetee")).isEqualTo(1);
    }

    @Test
    void a_duplicate_that_is_gone_from_the_server_stands_for_itself_from_its_copy() throws Exception {
        write("1.LOG", A + B);
        write("2.LOG", A + B);
        plant.run();
        Files.delete(plant.logs.resolve("DEM12 (PVC)/2.LOG"));
        plant.bytes("DEM12 (PVC)/1.LOG", "2025-05-28T20:00:00Z", (B + A + B).getBytes(UTF_8));

        plant.run();

        assertThat(plant.one(String.class, STATES)).isEqualTo("1.LOG loaded, 2.LOG loaded");
        assertThat(plant.one(Integer.class, PIECES)).isEqualTo(5);
    }

    @Test
    void a_duplicate_that_cannot_be_fetched_anew_keeps_what_it_was_loaded_with() throws Exception {
        write("1.LOG", A + B);
        write("2.LOG", A + B);
        plant.run();
        plant.bytes("DEM12 (PVC)/1.LOG", "2025-05-28T20:00:00Z", (B + A + B).getBytes(UTF_8));
        plant.bytes("DEM12 (PVC)/2.LOG", "2025-05-28T20:00:00Z", (A + B + A).getBytes(UTF_8));

        RunReport second =
                plant.afterListing(() -> plant.delete("DEM12 (PVC)/2.LOG")).run();

        assertThat(second.cause()).isNull();
        assertThat(plant.one(String.class, STATES)).startsWith("1.LOG loaded");
        assertThat(plant.one(Integer.class, PIECES)).isEqualTo(5);
    }

    @Test
    void every_order_of_arrival_gives_the_same_tables() throws Exception {
        Map<String, String> contents = Map.of("1.LOG", A, "2.LOG", A + B, "3.LOG", A + B);
        TreeSet<String> hashes = new TreeSet<>();
        List<List<String>> orders = orders(List.of("1.LOG", "2.LOG", "3.LOG"));
        for (List<String> order : orders) {
            write("4.LOG", "");
            for (String name : order) {
                write(name, contents.getOrDefault(name, ""));
                assertThat(plant.later(Duration.ofMinutes(1)).run().cause()).isNull();
            }
            hashes.add(plant.tableHash());
            forget();
        }
        assertThat(orders).hasSize(6);
        assertThat(hashes).hasSize(1);
    }

    private void forget() throws Exception {
        plant.execute("truncate fichier_source, session_production, centre_usinage restart identity cascade");
        try (var files = Files.newDirectoryStream(plant.logs.resolve("DEM12 (PVC)"))) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private static List<List<String>> orders(List<String> names) {
        if (names.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : names) {
            List<String> rest =
                    names.stream().filter(name -> !name.equals(first)).toList();
            for (List<String> order : orders(rest)) {
                List<String> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }
}
