package org.atelier.observe;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the metrics of a run go at its end.
 *
 * @param pushgateway address of a Prometheus Pushgateway, without a user; empty for none
 * @param textfileDirectory directory that a node exporter's textfile collector reads; empty for none
 */
public record MetricsSettings(Optional<URI> pushgateway, Optional<Path> textfileDirectory) {

    /** Nowhere. */
    public static final MetricsSettings NONE = new MetricsSettings(Optional.empty(), Optional.empty());

    /** Whether they go anywhere. */
    public boolean wanted() {
        return pushgateway.isPresent() || textfileDirectory.isPresent();
    }
}
