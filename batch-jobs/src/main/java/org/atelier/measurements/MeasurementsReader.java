package org.atelier.measurements;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                values.get(MeasurementsKeys.LANDING).orElse(dataDir.resolve("landing-measurements")));
    }
}
