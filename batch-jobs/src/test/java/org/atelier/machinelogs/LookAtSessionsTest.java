package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.logs.Oddity;
import org.atelier.run.RunEnding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries of the recipe "look at sessions in SQL" work on the real schema. */
class LookAtSessionsTest {

    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void every_query_of_the_recipe_finds_rows() throws Exception {
        try (Plant plant = new Plant(directory)) {
            LogTree.seeded(1).with(Oddity.values()).writeTo(plant.logs);
            assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);

            List<String> queries = queries();
            assertThat(queries)
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(query -> assertThat(plant.rows(query)).as(query).isNotEmpty());
        }
    }

    private static List<String> queries() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("batch-jobs")) ? here : Objects.requireNonNull(here.getParent());
        String recipe = Files.readString(root.resolve("docs/recipes/look-at-sessions.md"), StandardCharsets.UTF_8);
        return QUERY.matcher(recipe)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
