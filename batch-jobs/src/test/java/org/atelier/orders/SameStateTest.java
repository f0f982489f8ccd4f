package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.erp.ErpSchema;
import org.atelier.fixtures.erp.ErpTables;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same orders give the same tables: whatever the collation, the order of rows and the number of workers. */
class SameStateTest {

    private static final ErpData DATA = ErpData.seeded(5).orders(1_500).withEverythingOdd();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"utf8mb4_bin", "utf8mb4_general_ci", "utf8mb4_0900_ai_ci", "latin1_swedish_ci"})
    void order_of_rows_and_workers_do_not_count(String collation) throws Exception {
        assertThat(MysqlServer.shared().offersCollation(collation) || collation.contains("0900"))
                .isTrue();
        String offered = MysqlServer.shared().offersCollation(collation) ? collation : "utf8mb4_unicode_ci";
        List<String> expected = state(offered, DATA, 1);
        assertThat(expected).hasSizeGreaterThan(500);
        assertThat(state(offered, DATA.shuffle(), 3)).isEqualTo(expected);
    }

    @Test
    void collations_and_case_of_table_names_do_not_count() throws Exception {
        List<String> collations = new ArrayList<>(List.of("utf8mb4_general_ci", "utf8mb4_unicode_ci"));
        if (MysqlServer.shared().offersCollation("utf8mb4_0900_ai_ci")) {
            collations.add("utf8mb4_0900_ai_ci");
        }
        List<String> expected = state("utf8mb4_bin", DATA, 2);
        ErpSchema lower = DATA.schema().named(ErpTables.lowerCase());
        for (String collation : collations) {
            assertThat(state(collation, DATA.in(lower).shuffle(), 2))
                    .as(collation)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf8mb4_bin", "utf8mb4_0900_ai_ci", "latin1_swedish_ci"})
    void whether_anything_changed_is_seen_in_any_character_set(String collation) throws Exception {
        String offered = MysqlServer.shared().offersCollation(collation) ? collation : "utf8mb4_unicode_ci";
        try (MysqlDatabase source = MysqlServer.shared().createDatabase(offered);
                Workshop workshop = new Workshop(source, directory)) {
            ErpData.seeded(8).orders(200).withEverythingOdd().loadInto(source);
            workshop.reads();
            workshop.repeats();
            try (Connection connection = source.connect();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("update P_Zubeh set Text = '\u00E9' where ZNr = 1"))
                        .isPositive();
            }
            workshop.reads();
            workshop.repeats();
        }
    }

    private List<String> state(String collation, ErpData data, int workers) throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase(collation);
                Workshop workshop = new Workshop(source, directory).workers(workers)) {
            data.loadInto(source);
            RunReport report = workshop.run();
            assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
            return workshop.state();
        }
    }
}
