package org.atelier.sql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedParametersTest {

    /** Neither parser looks at it but to tell of an error. */
    @SuppressWarnings("NullAway")
    private static final StatementContext CONTEXT = null;

    /** A text block or a string, as Java writes them. */
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"\\R(.*?)\"\"\"|\"((?:[^\"\\\\\\r\\n]|\\\\.)*)\"", Pattern.DOTALL);

    private static final Pattern STATEMENT =
            Pattern.compile("\\b(select|insert into|update|delete from|from|where|values)\\b[^\\\\]*$");

    private static final SqlParser JDBI = new ColonPrefixSqlParser();
    private static final SqlParser OURS = new NamedParameters();

    @Test
    void a_parameter_becomes_a_question_mark_under_its_name() {
        ParsedSql parsed = OURS.parse("select * from r where id = :run and n >= :least_2;", CONTEXT);

        assertThat(parsed.getSql()).isEqualTo("select * from r where id = ? and n >= ?;");
        assertThat(parsed.getParameters().getParameterNames()).containsExactly("run", "least_2");
        assertThat(parsed.getParameters().isPositional()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":a",
                ":a:b",
                "select :a::text, ':b', 'it''s :c', \":d\", x::int /* :e */, y -- :f\n from t where u = :g",
                "select a<b, c <d> e from t where f < :f",
                "select '' || :a || '' from t",
                "select a[1:2], :b",
                "select 1 - -1, 4 / 2, 4/:a, 3-:b",
                "-- :a",
                "/* :a\n ' */ :b",
                "select :é, :_a, :a1",
                ": a",
                "insert into t values (?, ?) -- ?",
                "select a ?? b, '?'"
            })
    void is_read_as_jdbi_reads_it(String sql) {
        assertThat(OURS.parse(sql, CONTEXT)).as(sql).isEqualTo(JDBI.parse(sql, CONTEXT));
    }

    @Test
    void every_statement_of_this_module_is_read_as_jdbi_reads_it() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = TEXT.matcher(Files.readString(file));
                while (matcher.find()) {
                    texts.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                }
            }
        }

        assertThat(texts)
                .filteredOn(text -> STATEMENT.matcher(text).find() && text.contains(" :"))
                .hasSizeGreaterThan(80);
        assertThat(texts).filteredOn(text -> STATEMENT.matcher(text).find()).allSatisfy(this::is_read_as_jdbi_reads_it);
    }

    @Test
    void any_mixture_of_what_statements_are_made_of_is_read_as_jdbi_reads_it() {
        String[] parts = {
            ":a", "::", ":", "'x'", "'", "\"y\"", "--", "\n", "/*", "*/", "-", "/", "*", " ", "<", "b", "1", "??"
        };
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            String sql = random.ints(random.nextInt(12), 0, parts.length)
                    .mapToObj(part -> parts[part])
                    .collect(joining());
            // To Jdbi, but to no PostgreSQL, two slashes begin a comment.
            if (!sql.contains("//")) {
                is_read_as_jdbi_reads_it(sql);
            }
        }
    }
}
