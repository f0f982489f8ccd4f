package org.atelier.measurements.find;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.catalog.JobParameter;
import org.atelier.run.NotFoundException;
import org.atelier.run.RunOptions;
import org.atelier.settings.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Files that another program took before this one: they lie in {@code parsed/}, are read there, and stay there.
 *
 * @param companies whose; not empty
 * @param from only those that were last changed on that day (UTC) or later; null for all
 * @param to only those that were last changed on that day (UTC) or before; null for all
 */
public record EarlierFiles(
        Set<String> companies,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** The folder that they lie in. */
    static final String FOLDER = "parsed";

    /** Names of companies, parted by a character that is in no name. */
    public static final JobParameter COMPANIES = new JobParameter(
            "import",
            "Read the files that an earlier program left in parsed/ of these companies, parted by a slash; none is moved.",
            "acme/durand");

    /** A day. */
    public static final JobParameter FROM = new JobParameter(
            "changed-from", "Of files to import only those last changed on that day (UTC) or later.", "2026-01-01");

    /** A day. */
    public static final JobParameter TO = new JobParameter(
            "changed-to", "Of files to import only those last changed on that day (UTC) or before.", "2026-03-31");

    /** Copies the names. */
    public EarlierFiles {
        companies = Set.copyOf(companies);
    }

    /** What a run is asked for; null when it looks for new files. */
    static @Nullable EarlierFiles asked(RunOptions options) {
        Map<String, String> parameters = options.parameters();
        String names = parameters.get(COMPANIES.name());
        return names == null
                ? null
                : new EarlierFiles(
                        new TreeSet<>(Arrays.asList(names.split("/"))),
                        day(parameters.get(FROM.name())),
                        day(parameters.get(TO.name())));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw (ConfigurationException)
                    new ConfigurationException("'" + text + "' is no day such as 2026-01-31").initCause(e);
        }
    }

    /** Whether a folder is entered, to look for them. */
    boolean isEntered(int depth, String name) {
        return depth > 0 || companies.contains(name);
    }

    /** Whether a file is one of them. */
    boolean has(FoundTsv file) {
        LocalDate changed = LocalDate.ofInstant(file.modified(), ZoneOffset.UTC);
        return file.folder().endsWith("/" + FOLDER)
                && (from == null || !changed.isBefore(from))
                && (to == null || !changed.isAfter(to));
    }

    /**
     * Refuses names that no folder has.
     *
     * @param found the folders that were looked into
     * @throws NotFoundException naming them
     */
    void requireAll(List<FoundFolder> found) {
        Set<String> missing = new TreeSet<>(companies);
        found.forEach(folder -> missing.remove(folder.path().replaceFirst("/.*", "")));
        if (!missing.isEmpty()) {
            throw new NotFoundException(
                    "there is no file in parsed/ of " + String.join(", ", missing) + " to import; nothing was done");
        }
    }
}
