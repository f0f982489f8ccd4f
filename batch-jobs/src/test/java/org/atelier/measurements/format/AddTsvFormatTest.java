package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One more class is one more format: nothing else knows of {@link NotedFormat}. */
class AddTsvFormatTest {

    private static final Path ROOT = root();
    private static final String ROW = "10/03/26 10:00:00|230.10|1.5";

    @Test
    void the_class_and_the_file_in_the_recipe_are_those_of_the_tests() throws IOException {
        String recipe = Files.readString(ROOT.resolve("docs/recipes/add-a-tsv-format.md"), UTF_8);
        String source = Files.readString(
                ROOT.resolve("batch-jobs/src/test/java/org/atelier/measurements/format/NotedFormat.java"), UTF_8);
        int file = recipe.indexOf("# export 1");

        ReadFile read = ReadFile.of(recipe.substring(file, recipe.indexOf("```", file)));

        assertThat(recipe).contains("```java\n" + source + "```\n");
        assertThat(read.ids()).containsExactly("M02009001_U1", "M02009001_S04009002_Ch1");
        assertThat(read.values()).containsExactly(230.1, 1.5);
    }

    @Test
    void a_format_is_found_by_itself_and_chosen_by_the_first_line() {
        ReadFile read = ReadFile.of(Tsv.lines("# export 1", "# more", Tsv.TWO, Tsv.TWO_TITLES, ROW, "# end", ROW));

        assertThat(read.reading().structure()).isEqualTo("noted");
        assertThat(read.values()).containsExactly(230.1, 1.5);
        assertThat(read.reading().warnings()).containsExactly("The notes of the export are not kept.");
    }

    @Test
    void lines_that_a_format_leaves_are_counted_and_must_be_utf8() {
        String text = Tsv.lines("# export 1", Tsv.TWO, Tsv.TWO_TITLES, ROW, "# end", ROW, "", ROW);

        assertThat(ReadFile.of(text).reading().rows()).isEqualTo(new RowCounts(8, 1, 6, 1, 2, 0, 0, 0, 0, 0, 0));
        byte[] bytes = (text + "x").getBytes(UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;
        assertThat(ReadFile.refusal(bytes, ReadFile.RULES)).isEqualTo("NOT_UTF8");
    }

    @Test
    void a_format_that_never_gets_a_table_refuses_the_file() {
        assertThat(ReadFile.refusal(Tsv.lines("# export 1", Tsv.TWO))).isEqualTo("NO_DATA_ROW");
    }

    @Test
    void the_other_files_are_read_as_before() {
        assertThat(ReadFile.of(Tsv.plain(ROW)).reading().structure()).isEqualTo("plain");
        assertThat(ReadFile.of(Tsv.block("{}", ROW)).reading().structure()).isEqualTo("header-block");
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("batch-jobs")) ? here : Objects.requireNonNull(here.getParent());
    }
}
