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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", root().resolve("batch-launcher/target/atelier/lib") + File.separator + "*"));
        command.add("org.atelier.launcher.Atelier");
        command.addAll(List.of(arguments));
        return run(directory, environment, command);
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
