package org.atelier.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.Test;

class ShippedChangeSetsTest {

    private static final Pattern CREATE = Pattern.compile("(?m)^create (?:unlogged )?(?:table|view|sequence) (\\w+)");

    private static final Pattern REPLACE = Pattern.compile("(?i)or replace (?:view )?(\\w+)");

    @Test
    @SuppressWarnings("try") // Liquibase declares close() to throw anything.
    void the_list_repeats_the_changelogs_in_their_order() throws Exception {
        List<String> keys = new ArrayList<>();
        try (ClassLoaderResourceAccessor files =
                new ClassLoaderResourceAccessor(getClass().getClassLoader())) {
            Scope.child(Scope.Attr.ui.name(), new LoggerUIService(), () -> {
                DatabaseChangeLog log = ChangeLogParserFactory.getInstance()
                        .getParser(ShippedChangeSets.MASTER, files)
                        .parse(ShippedChangeSets.MASTER, new ChangeLogParameters(), files);
                log.getChangeSets().forEach(set -> {
                    keys.add(set.getFilePath() + "::" + set.getId() + "::" + set.getAuthor());
                    assertThat(set.isRunInTransaction()).as(set.getId()).isTrue();
                    assertThat(set.isRunOnChange() || set.isAlwaysRun())
                            .as(set.getId())
                            .isFalse();
                });
            });
        }
        assertThat(ShippedChangeSets.all().stream().map(ShippedChangeSets.ChangeSet::key))
                .containsExactlyElementsOf(keys);
        assertThat(keys).allMatch(key -> key.endsWith("::" + ShippedChangeSets.AUTHOR));
    }

    @Test
    void the_list_names_what_each_change_set_creates() throws Exception {
        for (ShippedChangeSets.ChangeSet set : ShippedChangeSets.all()) {
            String[] key = set.key().split("::", -1);
            try (InputStream in = getClass().getResourceAsStream("/" + key[0])) {
                assertThat(in).as(key[0]).isNotNull();
                String file = new String(in.readAllBytes(), UTF_8);
                String body = file.split("--changeset atelier:" + Pattern.quote(key[1]) + "\\b", -1)[1]
                        .split("--changeset", -1)[0];
                assertThat(set.creates())
                        .as(set.key())
                        .containsExactlyElementsOf(CREATE.matcher(body)
                                .results()
                                .map(match -> match.group(1))
                                .toList());
            }
        }
    }

    @Test
    void a_change_set_never_takes_a_relation_that_is_there_for_its_own() throws Exception {
        List<String> ours = new ArrayList<>();
        for (ShippedChangeSets.ChangeSet set : ShippedChangeSets.all()) {
            try (InputStream in = getClass().getResourceAsStream("/" + set.key().split("::", -1)[0])) {
                String file = new String(in.readAllBytes(), UTF_8);
                assertThat(file).as(set.key()).doesNotContainIgnoringCase("if not exists");
                assertThat(REPLACE.matcher(file).results().map(match -> match.group(1)))
                        .as(set.key() + ": only what an earlier one made is replaced")
                        .isSubsetOf(ours);
            }
            ours.addAll(set.creates());
        }
    }
}
