package org.atelier.launcher.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The settings of what a run tells to the outside. */
final class ObserveCatalogue {

    static final Setting<URI> PUSHGATEWAY = Setting.of(
            "atelier.metrics.pushgateway",
            SettingTypes.HTTP_URL,
            "none",
            "http://pushgateway.example.org:9091",
            "The Prometheus Pushgateway that a run pushes its metrics to when it ends.");
    static final Setting<Path> TEXTFILE_DIRECTORY = Setting.of(
            "atelier.metrics.textfile-directory",
            SettingTypes.PATH,
            "none",
            "/var/lib/node_exporter/textfile",
            "The directory, of a node exporter's textfile collector, that a run writes its metrics to when it ends.");

    static final List<Setting<?>> ALL = List.of(PUSHGATEWAY, TEXTFILE_DIRECTORY);

    private ObserveCatalogue() {}
}
