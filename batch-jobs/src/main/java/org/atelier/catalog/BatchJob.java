package org.atelier.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.atelier.history.RejectQuery;
import org.atelier.retention.JobArchive;
import org.atelier.retention.RetainedRows;
import org.atelier.settings.JobSettings;

/**
 * A job, as launchers know it. One implementation a job, found by {@link java.util.ServiceLoader}; it is cheap to make
 * and touches no Spring class, for listings must answer at once. Thread-safe.
 */
public interface BatchJob {

    /** What people type, in lower case with hyphens, unique. */
    String name();

    /** One sentence. */
    String description();

    /** What {@code -p} may set; other names are refused. */
    default List<JobParameter> parameters() {
        return List.of();
    }

    /** The job's Spring configuration, which names its steps; asked for only when it runs. */
    Class<?> configuration();

    /** Looks at what a run would do. */
    JobPreview preview();

    /** The name of the lock that keeps two runs apart; a shard appends {@code #i/n}. */
    default String lockScope() {
        return name();
    }

    /** How launchers treat it. */
    JobTraits traits();

    /** How many items are worked on at once, at least 1. */
    int workers(JobSettings settings);

    /**
     * Refuses settings that no run can work with, so that nothing is begun with them.
     *
     * @throws org.atelier.settings.ConfigurationException saying what to set
     */
    default void require(JobSettings settings) {}

    /** How its rejects are read; none for a job that rejects nothing. */
    default Optional<RejectQuery> rejects() {
        return Optional.empty();
    }

    /** Rows of it that are retained for a time only. */
    default List<RetainedRows> retained() {
        return List.of();
    }

    /** The copies that it keeps of what it read, which are touched under its lock; none for a job without any. */
    default Optional<JobArchive> archive(JobSettings settings) {
        return Optional.empty();
    }

    /** Lists which days it can build from what it has stored; there is one for a job that can be asked to. */
    default Optional<JobBackfill> backfill() {
        return Optional.empty();
    }

    /**
     * How long its sources may bring nothing until people are told, where nobody says otherwise; none for a job that
     * need not find anything.
     */
    default Optional<Duration> usualPause() {
        return Optional.empty();
    }

    /** What can be looked at before a run, in the order it is told. */
    default List<JobCheck> checks() {
        return List.of();
    }
}
