package org.atelier.measurements;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.atelier.measurements.MeasurementsSettings.Sink;
import org.atelier.measurements.catalogue.CatalogueSettings;
import org.atelier.measurements.influx.InfluxSettings;
import org.atelier.settings.SettingTypes;
import org.atelier.settings.Values;
import org.atelier.settings.WorkerCount;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.SourceReader;

/** Puts the settings of the job measurements together. */
final class MeasurementsReader {

    private MeasurementsReader() {}

    static MeasurementsSettings read(Values values, Path dataDir) {
        List<RemoteSource> sources = new SourceReader(values, MeasurementsKeys.SOURCES).sources();
        Optional<Path> folder = values.get(MeasurementsKeys.DATA_FOLDER);
        if (sources.isEmpty() && folder.isPresent() && !values.isSet(MeasurementsKeys.SOURCE)) {
            sources = List.of(RemoteSource.parse(folder.get().toString()));
        }
        Path reports = folder.map(data -> data.resolveSibling("logs").resolve("reports"))
                .orElse(dataDir.resolve("reports"));
        return new MeasurementsSettings(
                sources,
                values.value(MeasurementsKeys.LAST_LINE),
                values.value(MeasurementsKeys.ZERO_MARKERS),
                values.get(MeasurementsKeys.ZONE).orElse(Map.of()),
                values.value(MeasurementsKeys.GRACE),
                values.get(MeasurementsKeys.REPORT_DIR).orElse(reports),
                values.get(MeasurementsKeys.WORKERS).orElseGet(WorkerCount::usual),
                values.get(MeasurementsKeys.LANDING).orElse(dataDir.resolve("landing-measurements")),
                sinks(values),
                influx(values),
                new CatalogueSettings(
                        values.get(MeasurementsKeys.CATALOGUE_URL).orElse(null),
                        values.get(MeasurementsKeys.CATALOGUE_TOKEN).orElse(null)));
    }

    private static Set<Sink> sinks(Values values) {
        Set<Sink> sinks = EnumSet.noneOf(Sink.class);
        for (String name : values.value(MeasurementsKeys.SINK)) {
            try {
                sinks.add(SettingTypes.toConstant(Sink.class, name));
            } catch (IllegalArgumentException e) {
                values.problem(
                        MeasurementsKeys.SINK,
                        "'" + name + "' is no sink",
                        "postgresql, influxdb, or postgresql,influxdb");
            }
        }
        return sinks.isEmpty() ? EnumSet.of(Sink.POSTGRESQL) : sinks;
    }

    private static InfluxSettings influx(Values values) {
        return new InfluxSettings(
                values.get(MeasurementsKeys.INFLUX_URL).orElse(null),
                values.get(MeasurementsKeys.INFLUX_TOKEN).orElse(null),
                values.get(MeasurementsKeys.INFLUX_ORG).orElse(""),
                values.value(MeasurementsKeys.INFLUX_DIALECT),
                values.value(MeasurementsKeys.INFLUX_META));
    }
}
