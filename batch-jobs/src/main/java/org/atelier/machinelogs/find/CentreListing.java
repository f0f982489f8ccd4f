package org.atelier.machinelogs.find;

import java.util.List;
import org.atelier.files.DirectoryReport;
import org.atelier.machinelogs.centre.MachiningCentre;
import org.atelier.run.Shard;
import org.atelier.transfer.RemoteSource;
import org.jspecify.annotations.Nullable;

/**
 * The log files of one directory of a machining centre.
 *
 * @param source where the directory is
 * @param directory its name
 * @param centre whose it is
 * @param files the log files in it, by name
 * @param ignored how many other entries it has
 * @param shortfall why it may have more files than these; null when these are all
 */
public record CentreListing(
        RemoteSource source,
        String directory,
        MachiningCentre centre,
        List<FoundFile> files,
        int ignored,
        @Nullable String shortfall) {

    /** The same with the files of a shard alone, by a hash of their paths; with all of them for the whole. */
    CentreListing within(@Nullable Shard shard) {
        return shard == null
                ? this
                : with(files.stream().filter(file -> shard.owns(file.path())).toList());
    }

    /** The same with other files. */
    CentreListing with(List<FoundFile> others) {
        return new CentreListing(source, directory, centre, others, ignored, shortfall);
    }

    /** That it may be short, before it is known what a run takes of it. */
    DirectoryReport report() {
        return new DirectoryReport(
                source.label(), directory, centre.code(), files.size(), 0, 0, ignored, shortfall, shortfall != null);
    }
}
