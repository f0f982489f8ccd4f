package org.atelier.launcher.run;

/**
 * Runs jobs. One implementation on the class path, found by {@link java.util.ServiceLoader}; made only when one runs.
 */
public interface JobRunner {

    /**
     * Runs a job to its end on the calling thread.
     *
     * @throws org.atelier.launcher.CommandFailure when it could not be started
     */
    RunOutcome run(RunRequest request);

    /**
     * Reads, parses and validates; writes nothing.
     *
     * @throws org.atelier.launcher.CommandFailure when the sources cannot be read
     */
    PreviewOutcome preview(PreviewRequest request);
}
