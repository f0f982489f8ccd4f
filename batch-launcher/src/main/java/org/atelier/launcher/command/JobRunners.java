package org.atelier.launcher.command;

import java.util.Optional;
import java.util.ServiceLoader;
import org.atelier.launcher.run.JobRunner;

/** Finds what runs jobs, without making it: its classes load when a job runs, not when history is listed. */
final class JobRunners {

    private JobRunners() {}

    static Optional<ServiceLoader.Provider<JobRunner>> find() {
        return ServiceLoader.load(JobRunner.class, JobRunner.class.getClassLoader()).stream()
                .findFirst();
    }
}
