package org.atelier.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.atelier.history.StepRecord;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one run in Prometheus' text format. All are gauges: a process that ends is not counted on. Labels are
 * names of jobs, scopes, steps and figures, never of files, machines or people. The job's label is {@code atelier_job},
 * because {@code job} is Prometheus' own.
 */
final class RunMetrics {

    private static final double MILLIS = 1_000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Tags tags;

    private RunMetrics(EndedRun ended) {
        tags = Tags.of("atelier_job", ended.run().job(), "scope", ended.scope());
    }

    /** The text. */
    static String text(EndedRun ended) {
        RunMetrics metrics = new RunMetrics(ended);
        metrics.run(ended);
        ended.figures()
                .forEach((group, figures) -> figures.forEach((name, value) -> metrics.gauge(
                        "atelier.run.figure",
                        "A count of the newest run's summary",
                        metrics.tags.and("group", group, "name", name),
                        value)));
        ended.steps().stream().filter(step -> step.partition() == null).forEach(metrics::step);
        return metrics.registry.scrape();
    }

    private void run(EndedRun ended) {
        gauge("atelier.run.id", "Id of the newest run", tags, ended.run().runId());
        seconds(
                "atelier.run.duration.seconds",
                "From start to end of the newest run",
                tags,
                ended.run().duration());
        time(
                "atelier.run.end.time.seconds",
                "When the newest run ended, Unix time",
                ended.run().ended());
        time(
                "atelier.run.last.success.time.seconds",
                "When the newest run with exit code 0 ended, Unix time",
                ended.lastSuccess());
        outcome(ended);
    }

    private void outcome(EndedRun ended) {
        Integer code = ended.run().exitCode();
        if (code != null) {
            gauge("atelier.run.exit.code", "Exit code of the newest run", tags, code);
        }
        gauge(
                "atelier.run.rejects",
                "Rejects of the newest run",
                tags,
                ended.run().counts().rejected());
        ended.bytes()
                .ifPresent(
                        bytes -> gauge("atelier.run.bytes", "Bytes the newest run took from its sources", tags, bytes));
        items(
                "atelier.run.items",
                "Items of all steps of the newest run",
                tags,
                ended.run().counts().read(),
                ended.run().counts().written(),
                ended.run().counts().filtered());
    }

    private void step(StepRecord step) {
        Tags its = tags.and("step", step.step());
        seconds("atelier.step.duration.seconds", "From start to end of a step of the newest run", its, step.duration());
        gauge("atelier.step.skips", "Items that a step of the newest run skipped", its, step.skipped());
        items(
                "atelier.step.items",
                "Items of a step of the newest run",
                its,
                step.read(),
                step.written(),
                step.filtered());
    }

    private void items(String name, String help, Tags labels, long read, long written, long filtered) {
        gauge(name, help, labels.and("kind", "read"), read);
        gauge(name, help, labels.and("kind", "written"), written);
        gauge(name, help, labels.and("kind", "filtered"), filtered);
    }

    private void seconds(String name, String help, Tags labels, @Nullable Duration duration) {
        if (duration != null) {
            gauge(name, help, labels, duration.toMillis() / MILLIS);
        }
    }

    private void time(String name, String help, @Nullable Instant time) {
        if (time != null) {
            gauge(name, help, tags, time.toEpochMilli() / MILLIS);
        }
    }

    private void gauge(String name, String help, Tags labels, Number value) {
        Gauge.builder(name, () -> value).description(help).tags(labels).register(registry);
    }
}
