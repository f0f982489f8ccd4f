package org.atelier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.BatchJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same for every job names none: not even in SQL. */
class SharedPackagesTest {

    private static final Pattern TEXT = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|'(?:[^'\\\\]|\\\\.)'|\"\"\"(?<block>.*?)\"\"\"|\"(?<line>(?:[^\"\\\\\\n]|\\\\.)*)\"",
            Pattern.DOTALL);

    private static final Pattern RELATION = Pattern.compile("create (?:unlogged )?(?:table|view) (\\w+)");

    /** The ledger of files is shared, and has one place. */
    private static final Set<String> OF_FILES =
            Set.of("fichier_source", "plan_fichier", "plan_repertoire", "plan_suite", "ligne_rejetee");

    @ParameterizedTest
    @ValueSource(
            strings = {"catalog", "database", "files", "history", "observe", "reject", "retention", "run", "settings"})
    void no_text_of_it_names_a_job_or_a_table_of_one(String shared) throws IOException {
        Pattern names = Pattern.compile(names().stream()
                .filter(name -> !shared.equals("files") || !OF_FILES.contains(name))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w-])")));
        for (Path source : sources(shared)) {
            assertThat(texts(Files.readString(source))
                            .filter(text -> names.matcher(text).find()))
                    .as(source.toString())
                    .isEmpty();
        }
    }

    @Test
    void the_names_are_those_of_today() throws IOException {
        assertThat(names())
                .contains("machine-logs", "orders", "session_production", "commande_rejetee", "v_session")
                .contains("fichier_source", "ligne_rejetee", "centre_usinage", "plan_commandes")
                .doesNotContain("atelier_run", "v_run", "batch_job_execution");
    }

    @Test
    void comments_are_no_texts() {
        assertThat(texts("/** orders */ a(\"b\\\"c\"); // \"d\"\n '\"' \"\"\"\n e\"\"\""))
                .containsExactly("b\\\"c", "\n e");
    }

    /** Names of jobs, and of tables and views that a feature has. */
    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        BatchJobs.all().stream().map(BatchJob::name).forEach(names::add);
        for (String feature : List.of("machinelogs", "measurements", "orders", "rejects", "transfer")) {
            Path folder = Path.of("..", "db-migrations", "src", "main", "resources", "db", "changelog", feature);
            try (Stream<Path> changes = Files.walk(folder).filter(Files::isRegularFile)) {
                for (Path change : changes.toList()) {
                    Matcher relation = RELATION.matcher(Files.readString(change));
                    relation.results().map(found -> found.group(1)).forEach(names::add);
                }
            }
        }
        // The plant is everybody's.
        names.remove("atelier_plant");
        return names;
    }

    private static List<Path> sources(String shared) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "org", "atelier", shared))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** The string literals. */
    static Stream<String> texts(String source) {
        Matcher matcher = TEXT.matcher(source);
        return matcher.results().map(SharedPackagesTest::text).filter(text -> !text.isEmpty());
    }

    private static String text(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : "";
    }
}
