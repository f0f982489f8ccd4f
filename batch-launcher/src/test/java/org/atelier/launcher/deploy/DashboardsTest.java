package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every query of the dashboards finds rows in the real schema, after runs of all jobs. */
class DashboardsTest {

    @TempDir
    static Path directory;

    private static DeployedPlant plant;

    @BeforeAll
    static void run() throws Exception {
        plant = new DeployedPlant(directory);
        plant.runAllJobs();
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    /** A panel or variable with its query. */
    record Query(String dashboard, String title, String sql) {

        @Override
        public String toString() {
            return dashboard + ": " + title;
        }

        /** As Grafana sends it, for a range of days that has all of the plant's data. */
        String expanded() {
            return expanded("2025-01-01T00:00:00Z", "2099-01-01T00:00:00Z");
        }

        String expanded(String from, String to) {
            return sql.replaceAll(
                            "\\$__timeFilter\\(((?:[^()]|\\([^()]*\\))*)\\)",
                            "$1 between \\$__timeFrom() and \\$__timeTo()")
                    .replace("$__timeFrom()", "'" + from + "'")
                    .replace("$__timeTo()", "'" + to + "'")
                    .replace("${centre:sqlstring}", "'" + DeployedPlant.CENTRE + "'")
                    .replace("${company:sqlstring}", "'" + DeployedPlant.COMPANY + "'")
                    .replace("${campaign:sqlstring}", "'" + DeployedPlant.CAMPAIGN + "'")
                    .replace("${channel:sqlstring}", "'" + DeployedPlant.CHANNEL + "'");
        }
    }

    static List<Query> queries() {
        return dashboards().flatMap(DashboardsTest::queries).toList();
    }

    private static Stream<String> dashboards() {
        return DeployFiles.names("grafana/dashboards", ".json").stream();
    }

    private static Stream<Query> queries(String name) {
        JsonNode dashboard = DeployFiles.json(name);
        Stream<Query> variables = dashboard
                .at("/templating/list")
                .valueStream()
                .map(variable -> new Query(
                        name,
                        variable.get("name").asString(),
                        variable.get("query").asString()));
        Stream<Query> panels = dashboard
                .get("panels")
                .valueStream()
                .flatMap(panel -> panel.get("targets")
                        .valueStream()
                        .map(target -> new Query(
                                name,
                                panel.get("title").asString(),
                                target.get("rawSql").asString())));
        return Stream.concat(variables, panels);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_finds_rows(Query query) throws Exception {
        try (Connection connection = plant.asReader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query.expanded())) {
            assertThat(query.expanded()).doesNotContain("$");
            assertThat(rows.next()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-06T00:00:00Z, mesure_electrique",
        "2026-02-01T00:00:00Z, mesure_horaire",
        "2026-06-01T00:00:00Z, mesure_journaliere"
    })
    void the_longer_the_range_of_measurements_the_wider_the_windows_that_are_read(String to, String table)
            throws Exception {
        String sql = queries("grafana/dashboards/measurements.json")
                .filter(query -> query.title().equals("Power and other channels"))
                .map(query -> query.expanded("2026-01-05T00:00:00Z", to))
                .findFirst()
                .orElseThrow();
        try (Connection connection = plant.asReader();
                Statement statement = connection.createStatement()) {
            String plan = plan(statement, sql);
            assertThat(plan).contains(table);
            assertThat(Stream.of("mesure_electrique", "mesure_horaire", "mesure_journaliere")
                            .filter(plan::contains))
                    .containsExactly(table);
            try (ResultSet rows = statement.executeQuery(sql)) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("explain " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void the_dashboards_are_those_that_were_asked_for() {
        assertThat(dashboards().map(name -> DeployFiles.json(name).get("title").asString()))
                .containsExactlyInAnyOrder(
                        "Occupancy by centre and day",
                        "Session timeline",
                        "Pieces an hour",
                        "Orders by status",
                        "Runs and rejects",
                        "Freshness",
                        "Measurements");
    }

    @Test
    void every_panel_asks_the_source_that_is_provisioned() {
        String uid = DeployFiles.yaml("grafana/provisioning/datasources/atelier.yaml")
                .at("/datasources/0/uid")
                .asString();
        assertThat(dashboards())
                .allSatisfy(name -> assertThat(DeployFiles.json(name).findValuesAsString("uid"))
                        .contains(uid)
                        .allSatisfy(used -> assertThat(used).startsWith("atelier")));
    }

    @Test
    void who_reads_for_grafana_can_write_nothing() throws Exception {
        try (Connection connection = plant.asReader();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            assertThat(plant.refusal(statement, "delete from session_production"))
                    .contains("permission denied");
        }
    }
}
