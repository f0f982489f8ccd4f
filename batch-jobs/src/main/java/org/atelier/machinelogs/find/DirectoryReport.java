package org.atelier.machinelogs.find;

import org.jspecify.annotations.Nullable;

/**
 * What a look into one directory of a source found.
 *
 * @param source label of the source
 * @param directory the directory's name
 * @param centre code of the machining centre; null when the directory is ignored
 * @param found log files
 * @param unchanged log files that a run need not take
 * @param growing log files whose last state is not believed yet
 * @param ignored entries that are no log files
 * @param problem why the directory, or its centre, was left out or may hold more, and what to do; null when all is well
 * @param failed whether the problem is an error: the directory should have been readable
 */
public record DirectoryReport(
        String source,
        String directory,
        @Nullable String centre,
        int found,
        int unchanged,
        int growing,
        int ignored,
        @Nullable String problem,
        boolean failed) {

    /** A directory that no file is taken from. */
    static DirectoryReport leftOut(String source, String directory, String problem, boolean failed) {
        return new DirectoryReport(source, directory, null, 0, 0, 0, 0, problem, failed);
    }
}
