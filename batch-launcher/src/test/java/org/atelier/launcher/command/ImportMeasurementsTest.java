package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that an earlier program took. */
class ImportMeasurementsTest {

    private static final String BOX = "acme/essai/02000800";
    private static final String POINTS = "select count(*) from mesure_electrique";

    @TempDir
    Path directory;

    private BoxesUse boxes;

    @BeforeEach
    void open() throws Exception {
        boxes = new BoxesUse(directory);
        earlier(BOX, "a.tsv", "05/01/26 08:00:00\t231.8\t2", "2026-01-06T01:00:00Z");
        earlier(BOX, "b.tsv", "06/01/26 08:00:00\t231.8\t2", "2026-01-07T01:00:00Z");
        earlier("other/essai/02000801", "c.tsv", "06/01/26 08:00:00\t231.8\t2", "2026-01-07T01:00:00Z");
        boxes.write(BOX + "/error/d.tsv", "no measurements\n");
    }

    @AfterEach
    void close() throws Exception {
        boxes.close();
    }

    private void earlier(String folder, String name, String row, String modified) throws Exception {
        String serial = folder.substring(folder.lastIndexOf('/') + 1);
        Path file = boxes.write(
                folder + "/parsed/" + name,
                serial + "\t" + serial + "\t" + serial + "\nMV_T302_V002\tPh 1 V\tVoie1 W\n" + row + "\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
    }

    private List<String> paths() throws Exception {
        return boxes.plant.rows("select chemin || ' ' || etat from fichier_source order by 1");
    }

    @Test
    void files_of_a_company_are_stored_where_they_lie_and_no_other_is() throws Exception {
        CommandLineUse use = boxes.use("measurements", "import", "acme");

        assertThat(use.code()).as(use.err()).isZero();
        assertThat(boxes.plant.rows(POINTS)).containsExactly("4");
        assertThat(paths()).containsExactly(BOX + "/parsed/a.tsv loaded", BOX + "/parsed/b.tsv loaded");
        assertThat(boxes.plant.rows("select bucket || '/' || nom from campagne"))
                .containsExactly("acme/essai");
        assertThat(boxes.data.resolve(BOX + "/parsed/a.tsv")).exists();
        assertThat(boxes.data.resolve(BOX + "/parsed/parsed")).doesNotExist();

        assertThat(boxes.use("run", "measurements").code()).isZero();
        assertThat(boxes.data.resolve(BOX + "/parsed/parsed")).doesNotExist();
        assertThat(boxes.use("measurements", "import", "acme").out()).containsPattern("files +found=2 taken=0");
    }

    @Test
    void days_choose_files_by_their_last_change() throws Exception {
        assertThat(boxes.use("measurements", "import", "acme", "other", "--from", "2026-01-07", "--to", "2026-01-07")
                        .code())
                .isZero();
        assertThat(paths()).containsExactly(BOX + "/parsed/b.tsv loaded", "other/essai/02000801/parsed/c.tsv loaded");
    }

    @Test
    void what_atelier_moved_itself_is_known() throws Exception {
        boxes.upload(BOX, "new.tsv", "07/01/26 08:00:00\t231.8\t2");
        assertThat(boxes.use("run", "measurements").code()).isZero();
        assertThat(boxes.data.resolve(BOX + "/parsed/new.tsv")).exists();

        assertThat(boxes.use("measurements", "import", "acme").code()).isZero();
        assertThat(paths())
                .containsExactly(BOX + "/new.tsv loaded", BOX + "/parsed/a.tsv loaded", BOX + "/parsed/b.tsv loaded");
    }

    @Test
    void a_bad_file_is_told_and_stays() throws Exception {
        boxes.write(BOX + "/parsed/bad.tsv", "no measurements\n");
        CommandLineUse use = boxes.use("measurements", "import", "acme");
        assertThat(use.code()).isEqualTo(8);
        assertThat(boxes.plant.rows(POINTS)).containsExactly("4");
        assertThat(boxes.data.resolve(BOX + "/parsed/bad.tsv")).exists();
        assertThat(boxes.data.resolve(BOX + "/parsed/error")).doesNotExist();
    }

    @Test
    void a_company_that_is_not_there_is_exit_code_4() {
        CommandLineUse use = boxes.use("measurements", "import", "acme", "nobody");
        assertThat(use.code()).isEqualTo(4);
        assertThat(use.out() + use.err()).contains("there is no file in parsed/ of nobody to import");
        assertThat(boxes.use("measurements", "import").code()).isEqualTo(2);
        CommandLineUse backwards =
                boxes.use("measurements", "import", "acme", "--from", "2026-01-02", "--to", "2026-01-01");
        assertThat(backwards.code()).isEqualTo(2);
        assertThat(backwards.err()).contains("atelier measurements import --help");
        assertThat(boxes.use("measurements", "import", "--help").code()).isZero();
        assertThat(boxes.use("run", "measurements", "--dry-run", "-p", "import=acme")
                        .code())
                .isEqualTo(2);
    }
}
