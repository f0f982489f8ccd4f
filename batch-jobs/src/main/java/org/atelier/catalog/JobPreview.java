package org.atelier.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.atelier.run.RunOptions;
import org.atelier.settings.JobSettings;
import org.atelier.sql.DatabaseSettings;

/** Reads, parses and validates what a job would take, and writes nothing but scratch files. */
@FunctionalInterface
public interface JobPreview {

    /**
     * Looks.
     *
     * @param question what to look at
     * @throws IOException when the sources cannot be read
     */
    PreviewReport look(Question question) throws IOException;

    /**
     * What to look at.
     *
     * @param settings what the job is told
     * @param database what was loaded before, only read; empty to look at the sources as if nothing were loaded
     * @param options limits
     * @param scratch an empty directory, the caller's to delete
     * @param clock our own
     */
    record Question(
            JobSettings settings, Optional<DatabaseSettings> database, RunOptions options, Path scratch, Clock clock) {}
}
