package org.atelier.benchmarks.endtoend;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.atelier.fixtures.host.FileTree;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program of the end-to-end benchmarks; see {@code docs/benchmarks.md}. */
@Command(
        name = "end-to-end",
        mixinStandardHelpOptions = true,
        description = "Runs the program from launch to exit, beside a plain COPY of the rows it wrote.")
public final class EndToEnd implements Callable<Integer> {

    @Option(
            names = "--lines",
            defaultValue = "1000000",
            description = "Log lines; 0: none (default: ${DEFAULT-VALUE}).")
    private long lines;

    @Option(names = "--orders", defaultValue = "50000", description = "Orders; 0: none (default: ${DEFAULT-VALUE}).")
    private long orders;

    @Option(names = "--points", defaultValue = "1000000", description = "Points; 0: none (default: ${DEFAULT-VALUE}).")
    private long points;

    @Option(names = "--rounds", defaultValue = "3", description = "How often each (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Parameters(arity = "1..*", description = "The program to be measured, such as ./atelier.")
    private List<String> program = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Exit code 1 when a run fails. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EndToEnd()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path scratch = Files.createTempDirectory("atelier-end-to-end-");
        // The database's own user must be able to enter it.
        scratch.toFile().setExecutable(true, false);
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.printf(
                    Locale.ROOT,
                    "%s, %d processors, %d rounds%n%n",
                    LocalDate.now(ZoneOffset.UTC),
                    processors(),
                    rounds);
            measure(out, scratch);
            out.flush();
            return 0;
        } finally {
            FileTree.delete(scratch);
        }
    }

    private void measure(PrintWriter out, Path scratch) throws Exception {
        if (lines > 0) {
            out.printf(Locale.ROOT, "Log lines: %,d%n%n", lines);
            out.println(new LogRuns(program, Files.createDirectory(scratch.resolve("logs")))
                    .measure(lines, rounds)
                    .markdown());
        }
        if (orders > 0) {
            out.printf(Locale.ROOT, "Orders: %,d; units are joined rows%n%n", orders);
            out.println(new OrderRuns(program, Files.createDirectory(scratch.resolve("orders")))
                    .measure(orders, rounds)
                    .markdown());
        }
        if (points > 0) {
            out.printf(Locale.ROOT, "Points of measurements: %,d%n%n", points);
            out.println(new MeasurementRuns(program, Files.createDirectory(scratch.resolve("points")))
                    .measure(points, rounds)
                    .markdown());
            out.printf(Locale.ROOT, "Points of measurements as line protocol: %,d%n%n", points);
            out.println(new InfluxRuns(program, Files.createDirectory(scratch.resolve("lines")))
                    .measure(points, rounds)
                    .markdown());
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
