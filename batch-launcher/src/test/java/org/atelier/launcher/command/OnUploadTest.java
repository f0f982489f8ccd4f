package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SFTPGo's hook does. */
class OnUploadTest {

    private static final String BOX = "acme/essai/02000800";

    @TempDir
    Path directory;

    private BoxesUse boxes;

    @BeforeEach
    void open() throws Exception {
        boxes = new BoxesUse(directory);
        boxes.upload(BOX, "a.tsv", "05/01/26 08:00:00\t231.8\t2");
        boxes.upload(BOX, "b.tsv", "05/01/26 08:10:00\t231.8\t2");
    }

    @AfterEach
    void close() throws Exception {
        boxes.close();
    }

    private CommandLineUse event(String action, String path) {
        boxes.plant.set("SFTPGO_ACTION", action);
        boxes.plant.set("SFTPGO_ACTION_PATH", path);
        return boxes.use("measurements", "on-upload");
    }

    private boolean isTaken(String name) {
        return Files.exists(boxes.data.resolve(BOX + "/parsed/" + name));
    }

    @Test
    void an_uploaded_file_is_taken_and_no_other() {
        CommandLineUse use = event("upload", boxes.data.resolve(BOX + "/a.tsv").toString());

        assertThat(use.code()).as(use.err()).isZero();
        assertThat(use.err()).contains("on-upload: upload " + BOX + "/a.tsv");
        assertThat(isTaken("a.tsv")).isTrue();
        assertThat(isTaken("b.tsv")).isFalse();
    }

    /** R-A9 */
    @Test
    void a_session_that_ended_takes_all_and_a_refused_file_is_told_with_its_cause() throws Exception {
        boxes.write(BOX + "/c.tsv", "02000800\t02000800\nMV_T202_V002\tPh 1 V\n05/01/26 08:00:00\t1\n");
        CommandLineUse use = event("upload", "");

        assertThat(use.code()).as(use.err()).isZero();
        assertThat(isTaken("a.tsv")).isTrue();
        assertThat(isTaken("b.tsv")).isTrue();
        assertThat(use.out()).contains("MV_T202_V002");
        assertThat(boxes.data.resolve(BOX + "/error/c.tsv")).exists();
    }

    @Test
    void a_file_that_was_taken_meanwhile_is_no_failure_and_no_run() throws Exception {
        assertThat(event("upload", "").code()).isZero();
        CommandLineUse use = event("upload", boxes.data.resolve(BOX + "/a.tsv").toString());
        assertThat(use.code()).as(use.err()).isZero();
        assertThat(use.err()).contains(BOX + "/a.tsv is not there any more: a run took it");
        assertThat(boxes.plant.rows("select count(*) from atelier_run")).containsExactly("1");
    }

    /** R-A9, R-A2 */
    @Test
    void a_new_folder_is_told_and_one_outside_is_exit_code_1() {
        CommandLineUse made = event("mkdir", boxes.data.resolve("acme/été").toString());
        assertThat(made.code()).isZero();
        assertThat(made.err()).contains("on-upload: mkdir acme/été");
        CommandLineUse outside = event("mkdir", boxes.data + "2/acme");
        assertThat(outside.code()).isEqualTo(1);
        assertThat(outside.err()).contains("does not lie below the data folder");
        assertThat(event("", "").code()).isEqualTo(1);
        assertThat(event("download", "").code()).isZero();
        assertThat(isTaken("a.tsv")).isFalse();
    }

    /** L10 */
    @Test
    void an_event_beside_one_that_is_carried_out_leaves_it_to_that_one() throws Exception {
        assertThat(event("upload", boxes.data.resolve(BOX + "/a.tsv").toString())
                        .code())
                .isZero();
        Path hooks = directory.resolve("data/hooks");
        try (RandomAccessFile file =
                        new RandomAccessFile(hooks.resolve("upload.lock").toFile(), "rw");
                FileLock held = file.getChannel().lock()) {
            assertThat(held.isValid()).isTrue();
            CommandLineUse use = event("upload", "");
            assertThat(use.code()).isZero();
            assertThat(use.err()).contains("another upload is being handled; this one is taken with it");
        }
        assertThat(isTaken("b.tsv")).isFalse();
        assertThat(hooks.resolve("upload.again")).exists();
    }

    @Test
    void what_is_wrong_is_exit_code_1_with_what_to_do() {
        boxes.plant.set("ATELIER_MEASUREMENTS_GRACE", "soon");
        CommandLineUse use = event("upload", "");
        assertThat(use.code()).isEqualTo(1);
        assertThat(use.err()).contains("ATELIER_MEASUREMENTS_GRACE", "atelier check config");
    }
}
