package org.atelier.files;

import org.jspecify.annotations.Nullable;

/**
 * What a look into one directory of a source found.
 *
 * @param source label of the source
 * @param directory the directory's name
 * @param centre whose the files are, such as the code of a machining centre; null when the directory is ignored
 * @param found files
 * @param unchanged files that a run need not take
 * @param growing files whose last state is not believed yet
 * @param ignored entries that are no files
 * @param problem why the directory, or whose it is, was left out or may hold more, and what to do; null when all is
 *     well
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
    public static DirectoryReport leftOut(String source, String directory, String problem, boolean failed) {
        return new DirectoryReport(source, directory, null, 0, 0, 0, 0, problem, failed);
    }
}
