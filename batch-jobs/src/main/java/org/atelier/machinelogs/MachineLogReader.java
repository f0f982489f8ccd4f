package org.atelier.machinelogs;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.machinelogs.afterload.ArchiveDirectory;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.machinelogs.gate.GateLimits;
import org.atelier.settings.Origin;
import org.atelier.settings.Setting;
import org.atelier.settings.Values;
import org.atelier.settings.WorkerCount;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.SourceReader;

/** Puts the settings of the job machine-logs together. */
final class MachineLogReader {

    private final Values values;

    private MachineLogReader(Values values) {
        this.values = values;
    }

    static MachineLogSettings read(Values values, Path dataDir, ZoneId zone) {
        MachineLogReader reader = new MachineLogReader(values);
        List<RemoteSource> sources = reader.sources();
        Set<String> excluded = new TreeSet<>(values.get(MachineLogKeys.EXCLUDED).orElse(List.of()));
        AfterLoad afterLoad = reader.afterLoad(sources, excluded);
        if (afterLoad instanceof AfterLoad.Archive archive) {
            sources.forEach(source ->
                    ArchiveDirectory.nameInRoot(archive.directory(), source).ifPresent(excluded::add));
        }
        return new MachineLogSettings(
                sources,
                zone,
                values.value(MachineLogKeys.DAY_START),
                values.get(MachineLogKeys.DAY_STARTS).orElse(Map.of()),
                reader.centres(),
                excluded,
                values.value(MachineLogKeys.SETTLE),
                afterLoad,
                values.get(MachineLogKeys.WORKERS).orElseGet(WorkerCount::usual),
                values.get(MachineLogKeys.LANDING).orElse(dataDir.resolve("landing")),
                reader.gate(),
                values.value(MachineLogKeys.MAX_AGE));
    }

    private GateLimits gate() {
        return new GateLimits(
                values.value(MachineLogKeys.MAX_REJECT_RATIO), values.value(MachineLogKeys.MAX_OUTSIDE_DAY_RATIO));
    }

    private Map<String, String> centres() {
        Map<String, String> centres = new LinkedHashMap<>(MachineLogKeys.CENTRES.usual());
        centres.putAll(values.get(MachineLogKeys.CENTRES).orElse(Map.of()));
        return centres;
    }

    private AfterLoad afterLoad(List<RemoteSource> sources, Set<String> excluded) {
        return switch (values.value(MachineLogKeys.AFTER_LOAD)) {
            case KEEP -> AfterLoad.KEEP;
            case DELETE -> AfterLoad.DELETE;
            case ARCHIVE -> archive(sources, new CentreDirectories(centres(), excluded));
        };
    }

    private AfterLoad archive(List<RemoteSource> sources, CentreDirectories centres) {
        String written = values.get(MachineLogKeys.ARCHIVE).orElse("");
        if (written.isEmpty() && values.isSet(MachineLogKeys.ARCHIVE)) {
            return AfterLoad.KEEP;
        }
        if (written.isEmpty()) {
            values.problem(
                    MachineLogKeys.AFTER_LOAD,
                    "archive needs a directory to move files to",
                    "set " + MachineLogKeys.ARCHIVE.key() + ", such as " + MachineLogKeys.ARCHIVE.example());
            return AfterLoad.KEEP;
        }
        String directory = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
        ArchiveDirectory.problem(directory, sources, centres)
                .ifPresent(problem -> values.problem(
                        MachineLogKeys.ARCHIVE,
                        problem,
                        "choose a directory beside those of the centres, such as " + MachineLogKeys.ARCHIVE.example()));
        return new AfterLoad.Archive(directory);
    }

    private List<RemoteSource> sources() {
        if (!values.isSet(MachineLogKeys.SOURCE)) {
            lacksSource(MachineLogKeys.USERNAME);
            lacksSource(MachineLogKeys.PASSWORD);
        }
        return new SourceReader(values, MachineLogKeys.SOURCES).sources();
    }

    /** A login alone may be another program's. */
    private void lacksSource(Setting<?> setting) {
        if (values.rank(setting) == Origin.Rank.PLAIN_NAME) {
            values.problem(
                    setting,
                    setting.key() + " is set, but no source",
                    "set " + MachineLogKeys.SOURCE.environmentName() + " or FTP_HOST as well, or unset it");
        }
    }
}
