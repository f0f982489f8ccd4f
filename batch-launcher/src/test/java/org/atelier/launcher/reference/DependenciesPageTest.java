package org.atelier.launcher.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of dependencies says what the poms say. */
class DependenciesPageTest {

    private static final Path ROOT = root();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\S+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern LICENCE = Pattern.compile(
            "Apache-2\\.0|MIT|0BSD|BSD-2-Clause|EPL-2\\.0( or LGPL-2\\.1)?|GPL-2\\.0( with (Universal FOSS|Classpath) Exception)?");
    private static final Pattern JAR = Pattern.compile(".*/([^/]+)/([^/]+)/\\1-\\2[^/]*\\.jar");

    @Test
    void every_library_that_a_pom_names_is_on_the_page_in_its_version() throws IOException {
        Map<String, String> used = new TreeMap<>();
        for (String module : modules()) {
            used.putAll(libraries(Pom.read(ROOT.resolve(module).resolve("pom.xml"))));
        }
        assertThat(rows(matcher -> matcher.group(2))).containsExactlyInAnyOrderEntriesOf(used);
    }

    @Test
    void every_library_has_a_licence_that_we_may_use_and_a_reason() throws IOException {
        assertThat(rows(matcher -> matcher.group(3)).values())
                .isNotEmpty()
                .allSatisfy(licence -> assertThat(licence).matches(LICENCE));
        assertThat(rows(matcher -> matcher.group(4).strip()).values()).doesNotContain("");
    }

    private static List<String> modules() throws IOException {
        return Pom.read(ROOT.resolve("pom.xml")).modules();
    }

    private static Map<String, String> libraries(Pom module) throws IOException {
        Pom parent = Pom.read(ROOT.resolve("pom.xml"));
        return module.dependencies().entrySet().stream()
                .filter(library -> !library.getKey().startsWith("org.atelier:"))
                .collect(Collectors.toMap(Map.Entry::getKey, library -> {
                    String named = library.getValue().isEmpty()
                            ? parent.managed().getOrDefault(library.getKey(), "")
                            : library.getValue();
                    // Where no pom of ours has a version, Spring Boot's list has it.
                    return named.isEmpty() ? onClassPath(library.getKey()) : parent.resolve(named);
                }));
    }

    /** Of the library itself, else of its group: {@code slf4j-simple} comes with {@code slf4j-api}. */
    private static String onClassPath(String library) {
        String group = "/" + library.substring(0, library.indexOf(':')).replace('.', '/') + "/";
        List<Matcher> jars = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(path -> path.contains(group))
                .map(JAR::matcher)
                .filter(Matcher::matches)
                .toList();
        return jars.stream()
                .filter(jar -> library.endsWith(":" + jar.group(1)))
                .findFirst()
                .or(() -> jars.stream().findFirst())
                .map(jar -> jar.group(2))
                .orElse("none");
    }

    private static Map<String, String> rows(Function<Matcher, String> column) throws IOException {
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/reference/dependencies.md")));
        Map<String, String> rows = new TreeMap<>();
        while (row.find()) {
            assertThat(rows.put(row.group(1), column.apply(row))).isNull();
        }
        return rows;
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        return Files.exists(directory.resolve("batch-launcher"))
                ? directory
                : java.util.Objects.requireNonNull(directory.getParent());
    }
}
