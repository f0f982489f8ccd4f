package org.atelier.files.history;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.files.JobFiles;
import org.atelier.files.LookColumns;

/** How the files of all jobs are read at once: the ledger, and what each job knows of its own. */
final class LedgerLook {

    private static final List<LookColumns> OF_JOBS =
            ServiceLoader.load(JobFiles.class, JobFiles.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .flatMap(own -> ((JobFiles<?>) own).look().stream())
                    .toList();

    /** What a file belongs to; null for nothing that has a name. */
    static final String GROUP = first(LookColumns::group);

    /** Why a file failed a quality gate; null when it did not. */
    static final String GATE = first(LookColumns::gate);

    /** The ledger as {@code f}, with what {@link #GROUP} and {@link #GATE} name. */
    static final String FROM =
            OF_JOBS.stream().map(LookColumns::joins).collect(Collectors.joining(" ", " from fichier_source f ", " "));

    private LedgerLook() {}

    /** A column alone can be looked for by its index. */
    private static String first(Function<LookColumns, String> column) {
        List<String> columns = OF_JOBS.stream().map(column).toList();
        return switch (columns.size()) {
            case 0 -> "null::text";
            case 1 -> columns.get(0);
            default -> "coalesce(" + String.join(", ", columns) + ")";
        };
    }
}
