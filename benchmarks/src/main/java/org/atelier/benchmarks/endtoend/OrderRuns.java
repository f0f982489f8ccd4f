package org.atelier.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.erp.ErpSummary;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.migrations.SchemaException;

/** The job {@code orders}: a first run, a second one that finds nothing changed, and COPY of the same rows. */
final class OrderRuns {

    static final String COPY = LogRuns.COPY;
    static final String FIRST = "orders, first run";
    static final String SECOND = "orders, nothing changed";

    private static final List<String> TABLES = List.of("commandes_volets_roulants", "commandes_volets");

    private final List<String> program;
    private final Path scratch;

    OrderRuns(List<String> program, Path scratch) {
        this.program = program;
        this.scratch = scratch;
    }

    /** Measures so many rounds of all of them, one after the other. */
    Report measure(long orders, int rounds) throws Exception {
        Report report = new Report(COPY);
        try (Server server = new Server(scratch.resolve("postgres"));
                MysqlServer mysql = MysqlServer.start();
                MysqlDatabase erp = mysql.createDatabase()) {
            ErpSummary loaded = ErpData.seeded(1).orders(orders).loadInto(erp);
            for (int round = 0; round < rounds; round++) {
                round(report, loaded, server, erp, round);
            }
        }
        return report;
    }

    private void round(Report report, ErpSummary loaded, Server server, MysqlDatabase erp, int round)
            throws SQLException, IOException, InterruptedException, SchemaException {
        Round runs = new Round(
                program,
                server,
                scratch.resolve("round-" + round),
                Map.of(
                        "ATELIER_ORDERS_SOURCE", erp.jdbcUrl(),
                        "ATELIER_ORDERS_USERNAME", erp.reader().username(),
                        "ATELIER_ORDERS_PASSWORD", erp.reader().password()));
        report.add(FIRST, runs.run("run", "orders"), loaded.joined(), 0);
        report.add(SECOND, runs.run("run", "orders"), loaded.joined(), 0);
        report.add(COPY, runs.copy(TABLES), 0, 0);
    }
}
