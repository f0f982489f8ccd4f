package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.atelier.fixtures.boxes.BoxOddity;
import org.atelier.fixtures.boxes.BoxTree;
import org.atelier.fixtures.boxes.OddPath;
import org.atelier.fixtures.boxes.OddPath.Fate;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree with every oddity: what is good is stored, what is bad fails alone. */
class OddTreeTest {

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

    private List<String> paths(String fate) {
        return boxes.rows(
                "select chemin from fichier_source where etat = '" + fate + "' order by chemin collate \"C\"");
    }

    @Test
    void files_with_every_oddity_leave_all_points_of_the_others() throws Exception {
        BoxOddity[] all = BoxOddity.values();
        BoxTree tree = BoxTree.small().every(60).with(all[0], all);
        BoxTree.Written written = tree.writeTo(boxes.data);

        RunReport report = boxes.run();

        long refused = Arrays.stream(all)
                .filter(oddity -> oddity.outcome().refused() != null)
                .count();
        assertThat(paths("failed")).hasSize((int) refused);
        assertThat(paths("loaded")).hasSize((int) (written.files() - refused));
        assertThat(Objects.requireNonNull(report.summary()).figure("points", "read"))
                .isEqualTo(written.points());
        assertThat(boxes.rows("select bucket, count(*) from v_mesure where horodatage < '2026-01-08' and horodatage >="
                        + " '2026-01-05' group by 1 order by 1"))
                // One odd file has a row of 5 January, in a channel of its own.
                .containsExactly("acme|1585", "durand|1728");
    }

    @Test
    void backlogs_that_are_sent_again_every_day_give_the_rows_of_the_days() throws Exception {
        BoxTree.small().every(60).repeating(2).writeTo(boxes.data);
        boxes.run();
        assertThat(boxes.rows("select bucket, count(*) from v_mesure group by 1 order by 1"))
                .containsExactly("acme|1584", "durand|1728");
    }

    @Test
    void paths_of_every_kind_are_data_or_refused() throws Exception {
        byte[] good = BoxOddity.ZERO_READINGS.file("02000801", LocalDate.of(2026, 1, 5), 1);
        for (OddPath odd : OddPath.values()) {
            Path file = boxes.data.resolve(odd.path());
            Files.createDirectories(file.getParent());
            Files.write(file, good);
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-06T01:15:00Z")));
        }
        boxes.run();
        assertThat(paths("loaded")).containsExactlyElementsOf(pathsOf(Fate.TAKEN));
        assertThat(paths("failed")).containsExactlyElementsOf(pathsOf(Fate.REFUSED));
        assertThat(boxes.rows("select probleme from plan_repertoire where probleme is not null"))
                .singleElement()
                .asString()
                .contains("acme\\x0aevil: the name is refused");
    }

    private static List<String> pathsOf(Fate fate) {
        return Arrays.stream(OddPath.values())
                .filter(odd -> odd.fate() == fate)
                .map(OddPath::path)
                .sorted()
                .toList();
    }
}
