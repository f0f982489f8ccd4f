package org.atelier.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process run to its end.
 *
 * @param code its exit code
 * @param out its stdout
 * @param err its stderr
 */
public record ForkedProcess(int code, String out, String err) {

    /** The root of the checkout. */
    public static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        Path parent = directory.getParent();
        return Files.exists(directory.resolve("batch-launcher")) || parent == null ? directory : parent;
    }

    public static ForkedProcess java(
            Path directory, Map<String, String> environment, List<String> javaOptions, String... arguments)
            throws IOException, InterruptedException {
        return run(directory, environment, rehearsedProgram(javaOptions, arguments));
    }

    /** The class path that the build assembled. */
    static Path lib() {
        return root().resolve("batch-launcher/target/atelier/lib");
    }

    /** The words that start the program, by these options of Java. */
    static List<String> program(List<String> javaOptions, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", lib() + File.separator + "*", "org.atelier.launcher.Atelier"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The same, starting from the classes of a rehearsal. */
    public static List<String> rehearsedProgram(List<String> javaOptions, String... arguments) {
        List<String> options = new ArrayList<>(Rehearsal.options());
        options.addAll(javaOptions);
        return program(options, arguments);
    }

    public static ForkedProcess run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("ATELIER_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new ForkedProcess(code, text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
