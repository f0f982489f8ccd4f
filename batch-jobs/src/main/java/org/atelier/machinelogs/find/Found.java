package org.atelier.machinelogs.find;

import java.util.List;
import java.util.stream.Stream;
import org.atelier.files.DirectoryReport;

/**
 * What the sources hold.
 *
 * @param centres the directories of machining centres
 * @param leftOut the other directories, and those that could not be read
 */
public record Found(List<CentreListing> centres, List<DirectoryReport> leftOut) {

    /** The directories that nothing is taken from, and those whose listing may be short. */
    public List<DirectoryReport> problems() {
        Stream<DirectoryReport> shortOnes =
                centres.stream().filter(listing -> listing.shortfall() != null).map(CentreListing::report);
        return Stream.concat(leftOut.stream(), shortOnes).toList();
    }
}
