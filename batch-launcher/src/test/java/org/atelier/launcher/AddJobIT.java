package org.atelier.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.atelier.fixtures.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CONTRIBUTING.md says of adding a job: its two classes, compiled as they stand there, are a job. */
class AddJobIT {

    private static final Pattern CLASS =
            Pattern.compile("^```java\n(package org\\.atelier\\.hello;.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("class (\\w+)");

    @TempDir
    Path directory;

    private String classPath = "";

    @BeforeEach
    void compile() throws Exception {
        String page = Files.readString(ForkedProcess.root().resolve("CONTRIBUTING.md"), StandardCharsets.UTF_8);
        List<String> classes = CLASS.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(classes).hasSize(2);
        Path compiled = Files.createDirectories(directory.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", compiled.toString(), "-cp", libraries()));
        for (String source : classes) {
            String name =
                    NAME.matcher(source).results().findFirst().orElseThrow().group(1);
            Path file = directory.resolve(name + ".java");
            Files.writeString(file, source, StandardCharsets.UTF_8);
            arguments.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, System.out, System.err, arguments.toArray(String[]::new)))
                .isZero();
        // In a build AutoService's processor writes it.
        Path services = Files.createDirectories(compiled.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.atelier.catalog.BatchJob"), "org.atelier.hello.Hello\n");
        classPath = compiled + File.pathSeparator + libraries();
    }

    private static String libraries() throws Exception {
        try (Stream<Path> jars = Files.list(ForkedProcess.lib())) {
            return String.join(File.pathSeparator, jars.map(Path::toString).toList());
        }
    }

    private ForkedProcess atelier(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "org.atelier.launcher.Atelier"));
        command.addAll(List.of(arguments));
        return ForkedProcess.run(directory, environment, command);
    }

    @Test
    void two_classes_are_a_job_that_is_listed_run_and_kept_in_the_record() throws Exception {
        try (TestDatabase database = ReadyDatabase.create()) {
            Map<String, String> environment = Map.of(
                    "ATELIER_DATA_DIR", directory.resolve("data").toString(),
                    "ATELIER_DATABASE_URL", database.jdbcUrl(),
                    "ATELIER_DATABASE_USERNAME", database.username(),
                    "ATELIER_DATABASE_PASSWORD", database.password());

            ForkedProcess listed = atelier(environment, "jobs", "list");
            assertThat(listed.out()).as(listed.err()).contains("hello", "Greets every run that there was.");

            ForkedProcess first = atelier(environment, "run", "hello");
            assertThat(first.code()).as(first.err() + first.out()).isZero();
            ForkedProcess second = atelier(environment, "run", "hello");
            assertThat(second.out()).as(second.err()).contains("greetings", "said=2");

            ForkedProcess history = atelier(environment, "history", "--output", "json");
            assertThat(history.out()).contains("\"hello\"", "COMPLETED").doesNotContain("FAILED");
            assertThat(atelier(environment, "check", "config").code()).isZero();
        }
    }
}
