package org.atelier.measurements.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * Example files give what is known of them, under both policies for the last line: files that the test makes, one of
 * each shape, or those of a directory with an {@code expected.json}:
 *
 * <pre>
 * mvn test -pl batch-jobs -am -Dtest=ExampleFilesTest -Dsurefire.failIfNoSpecifiedTests=false -Datelier.examples=DIR
 * </pre>
 */
class ExampleFilesTest {

    @TestFactory
    Stream<DynamicTest> every_example_gives_what_is_known_of_it() throws IOException {
        String directory = System.getProperty("atelier.examples");
        return directory == null ? made() : found(Path.of(directory));
    }

    private static Stream<DynamicTest> made() {
        return ExampleShapes.all().stream()
                .map(shape -> DynamicTest.dynamicTest(
                        shape.name(), () -> check(shape.name(), shape.text().getBytes(UTF_8), shape.expected())));
    }

    private static Stream<DynamicTest> found(Path directory) throws IOException {
        Map<String, Object> all = new Yaml().load(Files.readString(directory.resolve("expected.json")));
        return all.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> check(name, Files.readAllBytes(directory.resolve(name)), Example.in(all, name))));
    }

    private static void check(String name, byte[] bytes, Example expected) throws IOException {
        if (expected.isRefused()) {
            assertThat(ReadFile.refusal(bytes, ReadFile.RULES)).as(name).isEqualTo(expected.refusal());
            assertThat(ReadFile.refusal(bytes, ReadFile.LENIENT)).as(name).isEqualTo(expected.refusal());
            return;
        }
        ReadFile strict = ReadFile.of(new ByteArrayInputStream(bytes), ReadFile.RULES);
        expected.matchesHeader(strict);
        expected.strict().matches(strict);
        expected.lenient().matches(ReadFile.of(new ByteArrayInputStream(bytes), ReadFile.LENIENT));
    }
}
