package org.atelier.launcher.command;

import java.util.Iterator;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atelier.catalog.BatchJobs;
import org.atelier.catalog.JobCheck;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What can be checked: configuration, database, and what the jobs can look at. Its bundle has the words of the help.
 */
public final class CheckAreas extends ListResourceBundle implements ITypeConverter<String>, Iterable<String> {

    static final String CONFIG = "config";
    static final String DATABASE = "database";
    static final String ALL = "all";

    /** Made by picocli too. */
    public CheckAreas() {}

    private static List<JobCheck> checks(boolean onlyByName) {
        return BatchJobs.all().stream()
                .flatMap(job -> job.checks().stream())
                .filter(check -> check.onlyByName() == onlyByName)
                .toList();
    }

    private static Stream<String> usual() {
        return Stream.concat(Stream.of(CONFIG, DATABASE), checks(false).stream().map(JobCheck::area));
    }

    private static List<String> all() {
        return Stream.of(usual(), checks(true).stream().map(JobCheck::area), Stream.of(ALL))
                .flatMap(areas -> areas)
                .toList();
    }

    @Override
    public Iterator<String> iterator() {
        return all().iterator();
    }

    @Override
    public String convert(String text) {
        List<String> known = all();
        String area = text.toLowerCase(Locale.ROOT);
        if (!known.contains(area)) {
            String words = String.join(", ", known).toUpperCase(Locale.ROOT);
            throw new TypeConversionException(
                    "expected one of [" + words + "] (case-insensitive) but was '" + text + "'");
        }
        return area;
    }

    @Override
    protected Object[][] getContents() {
        String also = checks(false).stream()
                .filter(check -> !check.help().isEmpty())
                .map(check -> "; " + check.area() + " " + check.help())
                .collect(Collectors.joining());
        String byName = checks(true).stream()
                .map(check -> "; or " + check.area() + ": " + check.help())
                .collect(Collectors.joining());
        return new Object[][] {
            {
                "areas",
                usual().collect(Collectors.joining(", ")) + " or all of these (default: all)" + also + byName + "."
            }
        };
    }
}
