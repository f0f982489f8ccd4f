package org.atelier.benchmarks.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.atelier.fixtures.postgres.PostgresAddress;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The rows that a run has written, to be written once more by COPY alone: what PostgreSQL takes for these rows, keys
 * and indexes, on one connection, with nothing to read, parse or compute.
 */
final class SameRows {

    private static final int BLOCK = 1 << 16;

    private final List<String> tables;
    private final Path directory;
    private long rows;

    private SameRows(List<String> tables, Path directory) {
        this.tables = tables;
        this.directory = directory;
    }

    /**
     * Takes the rows out of a database.
     *
     * @param tables table and columns, those before others that refer to them; constants, never data
     */
    static SameRows of(PostgresAddress database, List<String> tables, Path directory) throws SQLException, IOException {
        SameRows same = new SameRows(List.copyOf(tables), directory);
        try (Connection connection = Server.connect(database)) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            for (int i = 0; i < tables.size(); i++) {
                try (OutputStream out = Files.newOutputStream(same.file(i))) {
                    PGCopyInputStream in =
                            new PGCopyInputStream(postgres, "copy " + from(tables.get(i)) + " to stdout");
                    in.transferTo(out);
                    same.rows += in.getHandledRowCount();
                }
            }
        }
        return same;
    }

    /** A partitioned table gives its rows to a query only. */
    private static String from(String table) {
        return table.equals(MeasurementRuns.SERIES)
                ? "(select voie_id, horodatage, valeur from mesure_electrique order by horodatage, voie_id)"
                : table;
    }

    /** Writes them into another database, in one transaction. */
    Measured copyInto(PostgresAddress database) throws SQLException, IOException {
        try (Connection connection = Server.connect(database)) {
            connection.setAutoCommit(false);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            List<Long> counts = new ArrayList<>();
            long begin = System.nanoTime();
            for (int i = 0; i < tables.size(); i++) {
                try (InputStream in = Files.newInputStream(file(i))) {
                    PGCopyOutputStream out =
                            new PGCopyOutputStream(postgres, "copy " + tables.get(i) + " from stdin", BLOCK);
                    in.transferTo(out);
                    counts.add(out.endCopy());
                }
            }
            connection.commit();
            Duration wall = Duration.ofNanos(System.nanoTime() - begin);
            long copied = counts.stream().mapToLong(Long::longValue).sum();
            if (copied != rows) {
                throw new IllegalStateException(copied + " rows were copied in place of " + rows);
            }
            return new Measured(wall, Duration.ZERO, 0);
        }
    }

    private Path file(int table) {
        return directory.resolve("table-" + table + ".copy");
    }
}
