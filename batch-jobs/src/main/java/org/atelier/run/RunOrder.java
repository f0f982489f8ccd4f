package org.atelier.run;

import java.time.Duration;
import java.util.List;

/**
 * A start of a job.
 *
 * @param job its name
 * @param configuration its Spring configuration: a Spring Batch job and a {@link SummarySource}
 * @param scope what the run's lock guards
 * @param target which instance runs
 * @param patience how long to wait for the lock, zero for not at all
 * @param recover whether dead runs of the scope are recovered first
 * @param beans what the job is told: its settings, {@link RunOptions}, {@link Progress}, clock
 * @param stop asks the run to stop
 * @param hooks told what happens
 */
public record RunOrder(
        String job,
        Class<?> configuration,
        String scope,
        RunTarget target,
        Duration patience,
        boolean recover,
        List<Object> beans,
        StopRequest stop,
        RunHooks hooks) {

    /** Copies the list. */
    public RunOrder {
        beans = List.copyOf(beans);
    }

    /** What the job is told, with the range and the shard that its identity names. */
    public List<Object> beans(RunIdentity identity) {
        return beans.stream()
                .map(bean -> bean instanceof RunOptions options ? options.of(identity) : bean)
                .toList();
    }

    /** The progress among the beans, or one that nobody looks at. */
    public Progress progress() {
        return beans.stream()
                .filter(Progress.class::isInstance)
                .map(Progress.class::cast)
                .findFirst()
                .orElseGet(Progress::new);
    }
}
