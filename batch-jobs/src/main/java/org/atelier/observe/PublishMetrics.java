package org.atelier.observe;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the metrics of a run to whoever is to have them. A failure is logged and changes nothing. */
public final class PublishMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(PublishMetrics.class);

    private final MetricsSettings settings;

    /** @param settings where they go */
    public PublishMetrics(MetricsSettings settings) {
        this.settings = settings;
    }

    /** Publishes; within seconds, whatever the receivers do. */
    public void of(EndedRun ended) {
        String metrics = RunMetrics.text(ended);
        settings.textfileDirectory().ifPresent(directory -> write(directory, ended.scope(), metrics));
        settings.pushgateway().ifPresent(address -> push(address, ended.scope(), metrics));
    }

    private static void write(Path directory, String scope, String metrics) {
        try {
            new Textfile(directory).write(scope, metrics);
        } catch (IOException e) {
            LOG.warn(
                    "The metrics could not be written to {} (atelier.metrics.textfile-directory): {}",
                    directory,
                    e.toString());
        }
    }

    private static void push(URI address, String scope, String metrics) {
        try {
            new Pushgateway(address).push(scope, metrics);
        } catch (IOException e) {
            LOG.warn("The metrics could not be pushed to {} (atelier.metrics.pushgateway): {}", address, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Pushing the metrics to {} was interrupted", address);
        }
    }
}
