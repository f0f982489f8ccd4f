package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.atelier.run.RunEnding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe "add an event type" does what it says. */
class AddEventTypeTest {

    private static final Path ROOT = root();

    @TempDir
    Path directory;

    @Test
    void the_class_in_the_recipe_is_the_one_the_tests_compile() throws Exception {
        String recipe = Files.readString(ROOT.resolve("docs/recipes/add-an-event-type.md"), StandardCharsets.UTF_8);
        String source = Files.readString(
                ROOT.resolve("batch-jobs/src/test/java/org/atelier/machinelogs/event/MachineFault.java"),
                StandardCharsets.UTF_8);
        assertThat(recipe).contains("```java\n" + source + "```\n");
    }

    @Test
    void its_counter_period_and_attribute_reach_the_session_and_bad_details_the_rejects() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.log(
                    "DEM12 (PVC)/20250527.LOG",
                    "2025-05-27T20:00:00Z",
                    "20250527 08:00:00|@StukUitgevoerd: 1",
                    "20250527 08:10:00|@Storing: E042 12.5",
                    "20250527 08:20:00|@Storing: E007 30",
                    "20250527 08:30:00|@Storing: no idea");

            assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);

            assertThat(plant.one(String.class, "select complements::text from session_production"))
                    .isEqualTo("{\"periods\": {\"fault\": 42.5}, \"counters\": {\"faults\": 2},"
                            + " \"attributes\": {\"last_fault\": \"E007\"}}");
            assertThat(plant.one(String.class, "select motif || ' ' || contenu from ligne_rejetee"))
                    .isEqualTo("BAD_DETAILS 20250527 08:30:00|@Storing: no idea");
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("batch-jobs")) ? here : Objects.requireNonNull(here.getParent());
    }
}
