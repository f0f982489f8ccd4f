package org.atelier.launcher.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the architecture draws and names what is there. */
class ArchitecturePageTest {

    private static final Pattern DRAWN = Pattern.compile("\\w\\[\"([a-z.]+)\"]");
    private static final Pattern NAMED = Pattern.compile("`([a-z]+(?:\\.[a-z]+)*)`");
    private static final Path ROOT = root();

    @Test
    void the_picture_names_packages_that_exist() throws IOException {
        String page = page();
        String picture = page.substring(page.indexOf("```mermaid"), page.indexOf("```\n", page.indexOf("```mermaid")));

        var drawn = new TreeSet<>(all(DRAWN, picture));

        assertThat(drawn)
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(isPackage(name)).as(name).isTrue());
    }

    @Test
    void the_tables_name_packages_that_exist() throws IOException {
        var named = new TreeSet<String>();
        page().lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[2])
                .forEach(column -> named.addAll(all(NAMED, column)));

        assertThat(named)
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(isPackage(name)).as(name).isTrue());
    }

    @Test
    void no_package_of_what_jobs_share_is_left_out() throws IOException {
        String page = page();
        try (Stream<Path> packages = Files.list(ROOT.resolve("batch-jobs/src/main/java/org/atelier"))) {
            assertThat(packages.filter(Files::isDirectory))
                    .allSatisfy(one -> assertThat(page).contains("[\"" + one.getFileName() + "\"]"));
        }
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static boolean isPackage(String name) {
        String place = "src/main/java/org/atelier/" + name.replace('.', '/');
        return Stream.of("batch-jobs", "rest-api", "batch-launcher", "db-migrations")
                .anyMatch(module -> Files.isDirectory(ROOT.resolve(module).resolve(place)));
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/explanations/architecture.md"));
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        return Files.exists(directory.resolve("batch-launcher"))
                ? directory
                : Objects.requireNonNull(directory.getParent());
    }
}
