package org.atelier.benchmarks.endtoend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts the program as a user would and measures it from launch to exit. One thread. */
final class Launch {

    private static final long SAMPLE_MILLIS = 10;

    private final List<String> program;
    private final Path directory;
    private final Map<String, String> environment;

    /**
     * @param program the program and its first arguments
     * @param directory where it is started, and where its output goes
     * @param environment in place of all {@code ATELIER_} of this process
     */
    Launch(List<String> program, Path directory, Map<String, String> environment) {
        this.program = List.copyOf(program);
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs a command.
     *
     * @throws IllegalStateException when it does not end with exit code 0, with what it said
     */
    Measured run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(directory, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ATELIER_"));
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        Measured measured = watch(process, begin);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with exit code " + process.exitValue()
                    + ":\n" + Files.readString(said));
        }
        return measured;
    }

    private static Measured watch(Process process, long begin) throws InterruptedException {
        Duration cpu = Duration.ZERO;
        long peak = 0;
        boolean ended = false;
        while (!ended) {
            ended = process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
            cpu = process.info().totalCpuDuration().orElse(cpu);
            peak = Math.max(peak, peakBytes(process.pid()));
        }
        return new Measured(Duration.ofNanos(System.nanoTime() - begin), cpu, peak);
    }

    /** Linux keeps the largest value itself; what comes within the last sample is missed. */
    private static long peakBytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
