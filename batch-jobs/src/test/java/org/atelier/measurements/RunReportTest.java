package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.atelier.run.RunEnding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The JSON file that a run leaves. */
class RunReportTest {

    private static final String ROW = Box.row(1, 230.5, 2);

    private static final List<String> OF_RUN = List.of(
            "run_id",
            "start_time",
            "end_time",
            "duration_s",
            "base_folder",
            "nb_files_total",
            "nb_files_success",
            "nb_files_failed",
            "nb_files_deferred",
            "nb_files_skipped",
            "skipped_files",
            "nb_points_total",
            "status",
            "files",
            "dry_run");

    private static final List<String> OF_FILE = List.of(
            "file_path",
            "bucket",
            "campaign",
            "device_master_sn",
            "status",
            "error",
            "nb_rows",
            "nb_channels",
            "nb_points",
            "nb_invalid_timestamps",
            "nb_invalid_values",
            "channels",
            "file_header_meta",
            "nb_points_expected",
            "nb_points_in_influx",
            "time_start",
            "time_end");

    private static final List<String> OF_CHANNEL = List.of(
            "column_idx",
            "device_master_sn",
            "device_sn",
            "device_type",
            "channel_label",
            "channel_name",
            "channel_unit",
            "nb_points",
            "min",
            "max",
            "mean");

    @TempDir
    Path directory;

    private Boxes boxes;

    @BeforeEach
    void open() throws Exception {
        boxes = new Boxes(directory);
    }

    @AfterEach
    void close() {
        boxes.close();
    }

    /** The only report there is; the database's parser takes it as JSON, too. */
    private Map<String, Object> report() throws IOException {
        try (Stream<Path> all = Files.list(boxes.reports)) {
            Path report = all.toList().get(0);
            String text = Files.readString(report);
            String read = boxes.sql()
                    .withHandle(handle -> handle.createQuery("select jsonb_typeof(:text::jsonb)")
                            .bind("text", text)
                            .mapTo(String.class)
                            .one());
            assertThat(read).isEqualTo("object");
            assertThat(report.getFileName()).asString().matches("tsv_parser_.*\\.\\d{6}\\+00-00\\.json");
            return new Yaml().load(text);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> of, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(of.get(key), key);
    }

    @Test
    void ra3_ra4_a_report_has_every_member_of_run_file_and_channel() throws Exception {
        boxes.file(FOLDER + "a.tsv", Box.block(ROW, Box.row(2, 231.5, 4), "bad|1|2", "10/03/26 00:03:00|NA|"))
                .done();

        Map<String, Object> run = report();
        assertThat(run).containsKeys(OF_RUN.toArray(String[]::new));
        assertThat(run)
                .containsEntry("nb_files_total", 1)
                .containsEntry("nb_points_total", 4)
                .containsEntry("status", "success")
                .containsEntry("dry_run", false)
                .containsEntry("base_folder", boxes.data.toString());
        Map<String, Object> file = list(run, "files").get(0);
        assertThat(file).containsKeys(OF_FILE.toArray(String[]::new));
        assertThat(file)
                .containsEntry("file_path", FOLDER + "a.tsv")
                .containsEntry("status", "success")
                .containsEntry("error", null)
                .containsEntry("nb_rows", 4)
                .containsEntry("nb_invalid_timestamps", 1)
                .containsEntry("nb_invalid_values", 1)
                .containsEntry("nb_missing_values", 1)
                .containsEntry("nb_points_expected", 4)
                .containsEntry("time_start", "2026-03-10T00:01:00+00:00")
                .containsEntry("time_end", "2026-03-10T00:03:00+00:00");
        assertThat(object(file.get("file_header_meta"))).containsEntry("FileVersion", 3);
        Map<String, Object> channel = object(object(file.get("channels")).get("M02009001_U1"));
        assertThat(channel).containsOnlyKeys(OF_CHANNEL.toArray(String[]::new));
        assertThat(channel).containsEntry("mean", 231.0).containsEntry("column_idx", 1);
    }

    @Test
    void l26_a_channel_without_a_point_has_no_figures_and_names_of_all_kinds_leave_valid_json() throws Exception {
        String odd = "é \"q\" 'x' \\n 名";
        boxes.file(
                        "o'b \"é\", 名/essai/02009001/\"a\\b\".tsv",
                        Box.plain("10/03/26 10:00:00|NaN|1").replace("Four", odd))
                .done();

        Map<String, Object> file = list(report(), "files").get(0);
        assertThat(file).containsEntry("bucket", "o'b \"é\", 名").containsEntry("nb_points", 1);
        Map<String, Object> channels = object(file.get("channels"));
        assertThat(object(channels.get("M02009001_U1")))
                .containsEntry("mean", null)
                .containsEntry("nb_points", 0);
        assertThat(object(channels.get("M02009001_Ch1"))).containsEntry("channel_name", odd);
    }

    @Test
    void rt28_ra7_ra9_a_mix_of_ready_skipped_and_refused_files_is_told_with_causes() throws Exception {
        boxes.file(FOLDER + "a.tsv", Box.plain(ROW))
                .file("short/b.tsv", Box.plain(ROW))
                .fresh(FOLDER + "c.tsv", Box.openBlock(ROW))
                .done();

        Map<String, Object> run = report();
        assertThat(run)
                .containsEntry("nb_files_total", 2)
                .containsEntry("nb_files_success", 1)
                .containsEntry("nb_files_failed", 1)
                .containsEntry("nb_files_skipped", 1)
                .containsEntry("status", "partial_failure");
        assertThat(list(run, "skipped_files").get(0))
                .containsEntry("file_path", FOLDER + "c.tsv")
                .hasEntrySatisfying(
                        "reason", reason -> assertThat(reason).asString().contains("END_DATA"));
        assertThat(list(run, "files"))
                .last()
                .satisfies(refused -> assertThat(refused)
                        .containsEntry("status", "error")
                        .hasEntrySatisfying(
                                "error",
                                cause -> assertThat(cause)
                                        .asString()
                                        .contains("Invalid path structure", "short/b.tsv")));
    }

    @Test
    void rt22_a_file_that_the_database_does_not_take_is_deferred_and_stays() throws Exception {
        boxes.execute("alter table campagne add constraint no check (bucket <> 'durand')");
        boxes.file(FOLDER + "a.tsv", Box.plain(ROW))
                .file("autre/essai/02009002/b.tsv", Box.plain(ROW))
                .done();

        assertThat(boxes.files()).containsExactly("autre/essai/02009002/parsed/b.tsv", FOLDER + "a.tsv");
        assertThat(report()).containsEntry("nb_files_deferred", 1).containsEntry("nb_files_success", 1);
        boxes.execute("alter table campagne drop constraint no");
        boxes.done();
        assertThat(boxes.files()).contains(FOLDER + "parsed/a.tsv");
    }

    @Test
    void a_report_that_cannot_be_written_is_no_failure() throws Exception {
        Files.createDirectories(boxes.reports.getParent());
        Files.writeString(boxes.reports, "in the way");

        assertThat(boxes.file(FOLDER + "a.tsv", Box.plain(ROW)).run().ending()).isEqualTo(RunEnding.OK);
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv");
    }
}
