package org.atelier.machinelogs.centre;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which directories are machining centres: any named {@code CODE (TYPE)}, and plain names listed with their type. Names
 * are trimmed and otherwise taken as they are: exact case, no normalisation. Immutable.
 */
public final class CentreDirectories {

    /** The centres listed out of the box, with their types. */
    public static final Map<String, String> DEFAULT_LISTED = Map.of("DEM12", "PVC", "DEMALU", "ALU", "SU12", "HYBRIDE");

    private static final Pattern CODE_AND_TYPE = Pattern.compile("^(\\S[^()]*?)\\s+\\(([^()]+)\\)$");
    private static final String SUFFIX = ".LOG";

    private final Map<String, String> listed;
    private final Set<String> excluded;

    /**
     * @param listed types by code, of directories whose name is the code alone
     * @param excluded names of directories to leave out
     */
    public CentreDirectories(Map<String, String> listed, Set<String> excluded) {
        this.listed = Map.copyOf(listed);
        this.excluded = Set.copyOf(excluded);
    }

    /** Reads the name of one directory. */
    public DirectoryReading read(String directoryName) {
        String name = directoryName.strip();
        if (excluded.contains(directoryName) || excluded.contains(name)) {
            return new DirectoryReading.Excluded();
        }
        Matcher matcher = CODE_AND_TYPE.matcher(name);
        if (matcher.matches() && !matcher.group(2).isBlank()) {
            return centre(matcher.group(1).strip(), matcher.group(2).strip());
        }
        String type = listed.get(name);
        return type == null ? ignored(name) : centre(name, type);
    }

    /**
     * Reads the names of all directories of a source together: those with one code are one centre, and a code with two
     * types is an error of that code alone.
     */
    public CentreSurvey survey(Collection<String> directoryNames) {
        CentreSurvey.Builder survey = new CentreSurvey.Builder();
        new TreeSet<>(directoryNames).forEach(name -> survey.add(name, read(name)));
        return survey.build();
    }

    /** Whether a file of this name is a log file: it ends in {@code .LOG}, in any case of letters. */
    public static boolean isLogFile(String name) {
        return name.regionMatches(true, name.length() - SUFFIX.length(), SUFFIX, 0, SUFFIX.length());
    }

    private static DirectoryReading centre(String code, String type) {
        return new DirectoryReading.Centre(new MachiningCentre(code, type));
    }

    private DirectoryReading ignored(String name) {
        return new DirectoryReading.Ignored(
                "Directory '" + name + "' is not named 'CODE (TYPE)' and is not a listed centre"
                        + (listed.isEmpty()
                                ? ""
                                : " (listed: " + String.join(", ", new TreeMap<>(listed).keySet()) + ")")
                        + ".",
                "Rename it to '" + name + " (TYPE)', list '" + name
                        + "' with its type under atelier.machine-logs.centres, or exclude the directory.");
    }
}
