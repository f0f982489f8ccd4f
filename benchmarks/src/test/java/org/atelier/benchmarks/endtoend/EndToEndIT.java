package org.atelier.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The harness on little data: what it prints is there; how fast that is does not matter here. */
class EndToEndIT {

    private static final Path LIBRARIES =
            Path.of("").toAbsolutePath().resolveSibling("batch-launcher/target/atelier/lib");

    @Test
    void a_small_round_is_measured_beside_a_copy_of_the_same_rows() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new EndToEnd())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        "--lines=2000",
                        "--orders=200",
                        "--points=2000",
                        "--rounds=1",
                        "--",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        LIBRARIES + "/*",
                        "org.atelier.launcher.Atelier");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("| ") && !line.startsWith("| what")))
                .as(out.toString())
                .hasSize(13)
                .allMatch(line -> line.matches("\\| [^|]+ \\| \\d+\\.\\d\\d \\[.*\\|.*\\| \\d+\\.\\d\\d \\|"));
        assertThat(out.toString())
                .contains(
                        LogRuns.FIRST,
                        LogRuns.IDLE,
                        LogRuns.HISTORY,
                        LogRuns.COPY,
                        OrderRuns.FIRST,
                        OrderRuns.SECOND,
                        MeasurementRuns.FIRST,
                        MeasurementRuns.REPEAT,
                        MeasurementRuns.IDLE,
                        InfluxRuns.FIRST,
                        InfluxRuns.POST);
    }
}
