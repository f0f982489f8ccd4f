package org.atelier.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.atelier.migrations.SchemaException;

/**
 * The job {@code measurements} into a server that takes line protocol and only counts, beside a program that compresses
 * and posts the same lines, made beforehand.
 */
final class InfluxRuns {

    static final String POST = "the same lines, made beforehand, compressed and posted";
    static final String FIRST = "measurements, one file, to a server of line protocol";

    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            Path.of(PostLines.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .toString(),
            PostLines.class.getName());

    private final List<String> program;
    private final Path scratch;

    InfluxRuns(List<String> program, Path scratch) {
        this.program = program;
        this.scratch = scratch;
    }

    /** Measures so many rounds of both, one after the other. */
    Report measure(long points, int rounds) throws Exception {
        Report report = new Report(POST);
        Path file = scratch.resolve("points.tsv");
        Path lines = scratch.resolve("points.lines");
        long stored = MeasurementRuns.write(file, points);
        try (CountingServer counting = new CountingServer();
                Server server = new Server(scratch.resolve("postgres"))) {
            counting.keep(lines);
            run(file, counting, server, "beforehand");
            counting.keep(null);
            for (int round = 0; round < rounds; round++) {
                counting.taken();
                report.add(FIRST, run(file, counting, server, "round-" + round), stored, Files.size(file));
                long sent = counting.taken();
                report.add(
                        POST,
                        new Launch(JAVA, scratch, Map.of())
                                .run(lines.toString(), counting.url() + "/api/v2/write?bucket=acme"),
                        stored,
                        Files.size(lines));
                long posted = counting.taken();
                if (Math.abs(sent - posted) > posted / 50 + 2_000) {
                    throw new IllegalStateException(sent + " bytes were sent, and " + posted + " posted");
                }
            }
        }
        return report;
    }

    private Measured run(Path file, CountingServer counting, Server server, String name)
            throws SQLException, IOException, InterruptedException, SchemaException {
        Path data = scratch.resolve("data-" + name);
        MeasurementRuns.upload(file, data);
        return new Round(
                        program,
                        server,
                        scratch.resolve(name),
                        Map.of(
                                "ATELIER_MEASUREMENTS_DATA_FOLDER",
                                data.toString(),
                                "ATELIER_MEASUREMENTS_SINK",
                                "influxdb",
                                "ATELIER_MEASUREMENTS_INFLUX_URL",
                                counting.url(),
                                "ATELIER_MEASUREMENTS_INFLUX_DIALECT",
                                "line-protocol"))
                .run("run", "measurements");
    }
}
