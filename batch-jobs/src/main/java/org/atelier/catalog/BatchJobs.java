package org.atelier.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The jobs on the class path. */
public final class BatchJobs {

    private BatchJobs() {}

    /** All jobs by name. */
    public static List<BatchJob> all() {
        return ServiceLoader.load(BatchJob.class, BatchJob.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(BatchJob::name))
                .toList();
    }

    /** The job of that exact name. */
    public static Optional<BatchJob> find(String name) {
        return all().stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
