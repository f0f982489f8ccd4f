package org.atelier.measurements.find;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder that has measurement files, or that could not be read.
 *
 * @param source label of its source
 * @param path below the data folder, empty for itself
 * @param files in it, by name
 * @param ignored how many other files it has
 * @param problem why it could not be read, or not whole; null when all is well
 */
record FoundFolder(
        String source,
        String path,
        List<FoundTsv> files,
        int ignored,
        @Nullable String problem) {

    /** Copies the list. */
    FoundFolder {
        files = List.copyOf(files);
    }

    FoundFolder with(List<FoundTsv> others) {
        return new FoundFolder(source, path, others, ignored, problem);
    }

    /** As people are shown it. */
    String shown() {
        return path.isEmpty() ? "(root)" : path;
    }
}
