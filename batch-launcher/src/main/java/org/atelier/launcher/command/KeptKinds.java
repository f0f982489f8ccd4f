package org.atelier.launcher.command;

import java.util.Iterator;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.atelier.catalog.BatchJobs;
import org.atelier.retention.Kept;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The kinds of data that are kept for a time, by their words. Its bundle has the words of the help. */
public final class KeptKinds extends ListResourceBundle implements ITypeConverter<Kept>, Iterable<String> {

    /** Made by picocli too. */
    public KeptKinds() {}

    private static List<Kept> all() {
        return Kept.all(BatchJobs.kept());
    }

    private static List<String> words(Predicate<Kept> which) {
        return all().stream().filter(which).map(Kept::word).toList();
    }

    @Override
    public Iterator<String> iterator() {
        return words(kind -> true).iterator();
    }

    @Override
    public Kept convert(String text) {
        return all().stream()
                .filter(kind -> kind.word().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + String.join(", ", words(kind -> true)) + " but was '" + text + "'"));
    }

    @Override
    protected Object[][] getContents() {
        return new Object[][] {
            {"kinds", inWords(words(kind -> true), " or ")},
            {"usual", inWords(words(kind -> !kind.onlyByName()), " and ")},
            {"named", words(Kept::onlyByName).stream().sorted().collect(Collectors.joining(" and "))}
        };
    }

    private static String inWords(List<String> words, String last) {
        int end = words.size() - 1;
        return String.join(", ", words.subList(0, end)) + last + words.get(end);
    }
}
