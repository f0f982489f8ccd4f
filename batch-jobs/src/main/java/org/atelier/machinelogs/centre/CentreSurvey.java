package org.atelier.machinelogs.centre;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The directories of a source, sorted out. Everything is ordered by name, whatever order the names came in. Immutable.
 *
 * @param centres the centres found, each with its directories
 * @param conflicts the codes whose directories name differing types; configuration errors, none of them is a centre
 * @param ignored directories that are no centre, each with the reason and what to configure
 * @param excluded directories left out by the configuration
 */
public record CentreSurvey(
        List<Found> centres,
        List<TypeConflict> conflicts,
        SortedMap<String, DirectoryReading.Ignored> ignored,
        List<String> excluded) {

    public CentreSurvey {
        centres = List.copyOf(centres);
        conflicts = List.copyOf(conflicts);
        ignored = Collections.unmodifiableSortedMap(new TreeMap<>(ignored));
        excluded = List.copyOf(excluded);
    }

    /**
     * The codes that occur in more than one source, each with those sources: configuration errors.
     *
     * @param surveyBySource the survey of each source, by what the source is called
     */
    public static SortedMap<String, SortedSet<String>> codesInSeveralSources(Map<String, CentreSurvey> surveyBySource) {
        SortedMap<String, SortedSet<String>> sourcesByCode = new TreeMap<>();
        surveyBySource.forEach((source, survey) -> survey.codes()
                .forEach(code -> sourcesByCode
                        .computeIfAbsent(code, first -> new TreeSet<>())
                        .add(source)));
        sourcesByCode.values().removeIf(sources -> sources.size() < 2);
        return sourcesByCode;
    }

    /** Every code that a directory names, those in conflict too. */
    public SortedSet<String> codes() {
        SortedSet<String> codes = new TreeSet<>();
        centres.forEach(found -> codes.add(found.centre().code()));
        conflicts.forEach(conflict -> codes.add(conflict.code()));
        return codes;
    }

    /** A centre and the directories that belong to it. */
    public record Found(MachiningCentre centre, List<String> directories) {

        public Found {
            directories = List.copyOf(directories);
        }
    }

    /** One code with several types, as its directories name them. */
    public record TypeConflict(String code, SortedMap<String, String> typeByDirectory) {

        public TypeConflict {
            typeByDirectory = Collections.unmodifiableSortedMap(new TreeMap<>(typeByDirectory));
        }

        /** What is wrong and what to do, in one line. */
        public String message() {
            StringBuilder directories = new StringBuilder();
            typeByDirectory.forEach((directory, type) ->
                    directories.append(directories.isEmpty() ? "" : ", ").append("'" + directory + "' says " + type));
            return "Machining centre " + code + " has differing types: " + directories
                    + ". Give its directories one type, or exclude the wrong ones; until then it is skipped.";
        }
    }

    static final class Builder {

        private final SortedMap<String, SortedMap<String, String>> typeByDirectoryByCode = new TreeMap<>();
        private final SortedMap<String, DirectoryReading.Ignored> ignored = new TreeMap<>();
        private final List<String> excluded = new ArrayList<>();

        void add(String name, DirectoryReading reading) {
            if (reading instanceof DirectoryReading.Centre found) {
                typeByDirectoryByCode
                        .computeIfAbsent(found.centre().code(), code -> new TreeMap<>())
                        .put(name, found.centre().type());
            } else if (reading instanceof DirectoryReading.Ignored why) {
                ignored.put(name, why);
            } else {
                excluded.add(name);
            }
        }

        CentreSurvey build() {
            List<Found> centres = new ArrayList<>();
            List<TypeConflict> conflicts = new ArrayList<>();
            typeByDirectoryByCode.forEach((code, typeByDirectory) -> {
                SortedSet<String> types = new TreeSet<>(typeByDirectory.values());
                if (types.size() == 1) {
                    centres.add(
                            new Found(new MachiningCentre(code, types.first()), List.copyOf(typeByDirectory.keySet())));
                } else {
                    conflicts.add(new TypeConflict(code, typeByDirectory));
                }
            });
            return new CentreSurvey(centres, conflicts, ignored, excluded);
        }
    }
}
