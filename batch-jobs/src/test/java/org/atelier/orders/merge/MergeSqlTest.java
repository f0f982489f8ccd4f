package org.atelier.orders.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.orders.row.TargetTable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The merge's statements stay quick however many rows there are, and whatever PostgreSQL takes the tables for. */
class MergeSqlTest {

    /** A plan reads each table once: a subquery that scans staging would read all of it for each row of the target. */
    @ParameterizedTest
    @EnumSource(TargetTable.class)
    void staged_rows_are_joined_and_never_looked_up_row_by_row(TargetTable table) throws Exception {
        try (TestDatabase database = ReadyDatabase.create();
                Connection connection = database.connect()) {
            Jdbi jdbi = Jdbi.create(connection);
            MergeSql sql = new MergeSql(table);
            jdbi.useHandle(handle -> {
                handle.execute("set enable_nestloop = off");
                for (String statement : new String[] {sql.countStaged(), sql.countHeld(), sql.delete(), sql.insert()}) {
                    List<String> plan = handle.createQuery("explain (costs off) " + statement)
                            .mapTo(String.class)
                            .list();
                    assertThat(nodesAbove(plan, table.staging()))
                            .as(String.join("\n", plan))
                            .anyMatch(node -> node.contains("Join"))
                            .noneMatch(node -> node.contains("SubPlan"));
                }
            });
        }
    }

    /** The lines of a plan that stand over the scans of a table: those before it with less in front of them. */
    private static List<String> nodesAbove(List<String> plan, String table) {
        List<String> above = new ArrayList<>();
        for (int scan = 0; scan < plan.size(); scan++) {
            int depth = plan.get(scan).contains(" on " + table) ? depth(plan.get(scan)) : 0;
            for (int line = scan - 1; line >= 0; line--) {
                if (depth(plan.get(line)) < depth) {
                    depth = depth(plan.get(line));
                    above.add(plan.get(line));
                }
            }
        }
        return above;
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }
}
