package org.atelier.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The change sets this program ships, in order, with the relations each creates. The list repeats what the changelogs
 * say, because reading those means starting Liquibase, which takes half a second; a test holds the two equal.
 */
final class ShippedChangeSets {

    /** Marks our own rows in {@code databasechangelog}, which other programs may share. */
    static final String AUTHOR = "atelier";

    /** Where our changelogs are; with {@link #AUTHOR} the mark of our rows. */
    static final String FOLDER = "db/changelog/";

    static final String MASTER = FOLDER + "master.yaml";

    private static final String LIST = "/" + FOLDER + "changesets.txt";

    private static final List<ChangeSet> ALL = read();

    private ShippedChangeSets() {}

    /**
     * A change set.
     *
     * @param key {@code file::id::author}
     * @param creates names of the tables, views and free sequences it creates
     */
    record ChangeSet(String key, List<String> creates) {}

    static List<ChangeSet> all() {
        return ALL;
    }

    private static List<ChangeSet> read() {
        try (InputStream in = Objects.requireNonNull(ShippedChangeSets.class.getResourceAsStream(LIST), LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ShippedChangeSets::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChangeSet parse(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return new ChangeSet(words.get(0), List.copyOf(words.subList(1, words.size())));
    }
}
