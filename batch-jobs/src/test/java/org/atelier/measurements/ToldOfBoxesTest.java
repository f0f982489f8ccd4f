package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells of boxes that are not what they were. */
class ToldOfBoxesTest {

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

    private List<String> told(String file, String text) throws Exception {
        return boxes.file(FOLDER + file, text).done().notes().stream()
                .filter(note -> note.contains("box "))
                .toList();
    }

    @Test
    void l27_other_channels_than_before_are_told_once() throws Exception {
        assertThat(told("a.tsv", Box.plain(Box.row(1, 1, 2)))).isEmpty();
        assertThat(told("b.tsv", Box.plain(Box.row(2, 1, 2)))).isEmpty();
        String renamed = Box.plain(Box.row(3, 1, 2)).replace("Four", "Pompe");
        assertThat(told("c.tsv", renamed))
                .containsExactly(
                        "the channels of box 02009001 in durand/essai differ from those of its files before: see voie");
        assertThat(told("d.tsv", Box.plain(Box.row(4, 1, 2)).replace("Four", "Pompe")))
                .isEmpty();
        assertThat(boxes.rows("select channel_name from voie where channel_label = 'Ch1' order by 1"))
                .containsExactly("Four", "Pompe");
    }

    @Test
    void l28_a_file_in_another_boxs_folder_counts_for_the_box_it_names_and_is_told() throws Exception {
        String of7 = Box.plain(Box.row(1, 1, 2)).replace("02009001", "02009007");
        assertThat(told("a.tsv", of7))
                .containsExactly("durand/essai/02009001: its files are of box 02009007, not of 02009001;"
                        + " the serial in the file counts");
        assertThat(boxes.rows("select distinct appareil from v_mesure")).containsExactly("02009007");
    }
}
