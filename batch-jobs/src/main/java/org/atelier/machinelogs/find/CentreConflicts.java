package org.atelier.machinelogs.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.atelier.files.DirectoryReport;
import org.atelier.settings.ConfigurationException;

/** Holds the rules for directories that share a centre's code: one source, one type. */
final class CentreConflicts {

    private CentreConflicts() {}

    /**
     * Leaves out the centres whose directories disagree on the type.
     *
     * @throws ConfigurationException when a code occurs in two sources
     */
    static Found resolve(Found found) {
        Map<String, List<CentreListing>> byCode = found.centres().stream()
                .collect(Collectors.groupingBy(listing -> listing.centre().code(), TreeMap::new, Collectors.toList()));
        byCode.forEach(CentreConflicts::refuseTwoSources);
        List<CentreListing> agreed = new ArrayList<>();
        List<DirectoryReport> leftOut = new ArrayList<>(found.leftOut());
        for (CentreListing listing : found.centres()) {
            Set<String> types = types(byCode.getOrDefault(listing.centre().code(), List.of()));
            if (types.size() == 1) {
                agreed.add(listing);
            } else {
                leftOut.add(DirectoryReport.leftOut(
                        listing.source().label(), listing.directory(), disagreement(listing, types), true));
            }
        }
        return new Found(List.copyOf(agreed), List.copyOf(leftOut));
    }

    private static void refuseTwoSources(String code, List<CentreListing> listings) {
        Set<String> sources = listings.stream()
                .map(listing -> listing.source().label())
                .collect(Collectors.toCollection(TreeSet::new));
        if (sources.size() > 1) {
            throw new ConfigurationException("Centre " + code + " has directories in more than one source: "
                    + String.join(", ", sources)
                    + ". Keep it in one of them, or exclude the other directory with "
                    + "atelier.machine-logs.excluded-directories.");
        }
    }

    private static Set<String> types(List<CentreListing> listings) {
        return listings.stream().map(listing -> listing.centre().type()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String disagreement(CentreListing listing, Set<String> types) {
        return "Centre " + listing.centre().code() + " has directories of different types ("
                + String.join(", ", types) + "): rename one of them, or exclude it with "
                + "atelier.machine-logs.excluded-directories. Nothing of this centre is loaded.";
    }
}
