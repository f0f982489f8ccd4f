package org.atelier.launcher.command;

import java.util.Iterator;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.atelier.catalog.BatchJobs;
import org.atelier.retention.RetentionKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The kinds of data that are retained for a time, by their words. Its bundle has the words of the help. */
public final class RetentionKinds extends ListResourceBundle
        implements ITypeConverter<RetentionKind>, Iterable<String> {

    /** Made by picocli too. */
    public RetentionKinds() {}

    private static List<RetentionKind> all() {
        return RetentionKind.all(BatchJobs.retained());
    }

    private static List<String> words(Predicate<RetentionKind> which) {
        return all().stream().filter(which).map(RetentionKind::word).toList();
    }

    @Override
    public Iterator<String> iterator() {
        return words(kind -> true).iterator();
    }

    @Override
    public RetentionKind convert(String text) {
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
            {"named", words(RetentionKind::onlyByName).stream().sorted().collect(Collectors.joining(" and "))}
        };
    }

    private static String inWords(List<String> words, String last) {
        int end = words.size() - 1;
        return String.join(", ", words.subList(0, end)) + last + words.get(end);
    }
}
