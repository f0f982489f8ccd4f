package org.atelier.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.atelier.history.RejectQuery;
import org.atelier.retention.RetainedRows;

/** The jobs on the class path. */
public final class BatchJobs {

    private static final List<BatchJob> ALL =
            ServiceLoader.load(BatchJob.class, BatchJob.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();

    private BatchJobs() {}

    /** All jobs by name. */
    public static List<BatchJob> all() {
        return ALL;
    }

    /** How the rejects of each job are read, by its name. */
    public static Map<String, RejectQuery> rejects() {
        Map<String, RejectQuery> queries = new TreeMap<>();
        all().forEach(job -> job.rejects().ifPresent(query -> queries.put(job.name(), query)));
        return queries;
    }

    /** The rows of each that are retained for a time only. */
    public static List<RetainedRows> retained() {
        return all().stream().flatMap(job -> job.retained().stream()).toList();
    }

    /** The job of that exact name. */
    public static Optional<BatchJob> find(String name) {
        return all().stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
