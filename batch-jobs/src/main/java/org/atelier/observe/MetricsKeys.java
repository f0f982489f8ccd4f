package org.atelier.observe;

import com.google.auto.service.AutoService;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.atelier.settings.Setting;
import org.atelier.settings.SettingGroup;
import org.atelier.settings.SettingTypes;
import org.atelier.settings.Values;

/** The settings of where the metrics of a run go. */
@AutoService(SettingGroup.class)
public final class MetricsKeys extends SettingGroup {

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

    /** Found by the service loader. */
    public MetricsKeys() {
        super("metrics", Part.AFTERWARDS, List.of(PUSHGATEWAY, TEXTFILE_DIRECTORY));
    }

    @Override
    protected Object read(Values values, Path dataDir, ZoneId zone) {
        return new MetricsSettings(values.get(PUSHGATEWAY), values.get(TEXTFILE_DIRECTORY));
    }
}
