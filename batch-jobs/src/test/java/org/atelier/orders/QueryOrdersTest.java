package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.run.RunEnding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries of the recipe "query the orders in SQL" work on the real schema. */
class QueryOrdersTest {

    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void every_query_of_the_recipe_finds_rows() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase();
                Workshop workshop = new Workshop(source, directory)) {
            ErpData.seeded(1).orders(800).withEverythingOdd().loadInto(source);
            assertThat(workshop.run().ending()).isEqualTo(RunEnding.OK);

            List<String> queries = queries();
            assertThat(queries)
                    .hasSizeGreaterThanOrEqualTo(6)
                    .allSatisfy(
                            query -> assertThat(workshop.rows(query)).as(query).isNotEmpty());
        }
    }

    private static List<String> queries() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("batch-jobs")) ? here : Objects.requireNonNull(here.getParent());
        String recipe = Files.readString(root.resolve("docs/recipes/query-orders.md"), StandardCharsets.UTF_8);
        return QUERY.matcher(recipe)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
