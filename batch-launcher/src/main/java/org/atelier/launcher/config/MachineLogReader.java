package org.atelier.launcher.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.afterload.ArchiveDirectory;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.TransferSettings;

/** Puts the settings of the job machine-logs together. */
final class MachineLogReader {

    private static final Map<String, String> OUT_OF_THE_BOX =
            Map.of("DEM12", "PVC", "DEMALU", "ALU", "SU12", "HYBRIDE");
    private static final int MOST_WORKERS = 16;

    private final Values values;
    private final Surroundings surroundings;

    private MachineLogReader(Values values, Surroundings surroundings) {
        this.values = values;
        this.surroundings = surroundings;
    }

    static MachineLogSettings read(Values values, Path dataDir, ZoneId zone, Surroundings surroundings) {
        MachineLogReader reader = new MachineLogReader(values, surroundings);
        List<RemoteSource> sources = reader.sources();
        Set<String> excluded = new TreeSet<>(values.get(Catalogue.LOGS_EXCLUDED).orElse(List.of()));
        AfterLoad afterLoad = reader.afterLoad(sources, excluded);
        if (afterLoad instanceof AfterLoad.Archive archive) {
            sources.forEach(source ->
                    ArchiveDirectory.nameInRoot(archive.directory(), source).ifPresent(excluded::add));
        }
        return new MachineLogSettings(
                sources,
                zone,
                values.get(Catalogue.LOGS_DAY_START).orElse(LocalTime.MIDNIGHT),
                values.get(Catalogue.LOGS_DAY_STARTS).orElse(Map.of()),
                reader.centres(),
                excluded,
                values.get(Catalogue.LOGS_SETTLE).orElse(Duration.ofSeconds(60)),
                afterLoad,
                values.get(Catalogue.LOGS_WORKERS).orElseGet(MachineLogReader::workers),
                values.get(Catalogue.LOGS_LANDING).orElse(dataDir.resolve("landing")),
                GateCatalogue.read(values),
                values.get(ObserveCatalogue.MAX_AGE).orElse(MachineLogSettings.USUAL_MAX_AGE));
    }

    private static int workers() {
        return Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
    }

    private Map<String, String> centres() {
        Map<String, String> centres = new LinkedHashMap<>(OUT_OF_THE_BOX);
        centres.putAll(values.get(Catalogue.LOGS_CENTRES).orElse(Map.of()));
        return centres;
    }

    private AfterLoad afterLoad(List<RemoteSource> sources, Set<String> excluded) {
        return switch (values.get(Catalogue.LOGS_AFTER_LOAD).orElse(AfterLoadChoice.KEEP)) {
            case KEEP -> AfterLoad.KEEP;
            case DELETE -> AfterLoad.DELETE;
            case ARCHIVE -> archive(sources, new CentreDirectories(centres(), excluded));
        };
    }

    private AfterLoad archive(List<RemoteSource> sources, CentreDirectories centres) {
        String written = values.get(Catalogue.LOGS_ARCHIVE).orElse("");
        if (written.isEmpty() && values.isSet(Catalogue.LOGS_ARCHIVE)) {
            return AfterLoad.KEEP;
        }
        if (written.isEmpty()) {
            values.problem(
                    Catalogue.LOGS_AFTER_LOAD,
                    "archive needs a directory to move files to",
                    "set " + Catalogue.LOGS_ARCHIVE.key() + ", such as " + Catalogue.LOGS_ARCHIVE.example());
            return AfterLoad.KEEP;
        }
        String directory = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
        ArchiveDirectory.problem(directory, sources, centres)
                .ifPresent(problem -> values.problem(
                        Catalogue.LOGS_ARCHIVE,
                        problem,
                        "choose a directory beside those of the centres, such as " + Catalogue.LOGS_ARCHIVE.example()));
        return new AfterLoad.Archive(directory);
    }

    private List<RemoteSource> sources() {
        TransferSettings transfer = transfer();
        List<RemoteSource> sources = new ArrayList<>();
        List<String> urls = values.get(Catalogue.LOGS_SOURCE).orElse(List.of());
        if (!values.isSet(Catalogue.LOGS_SOURCE)) {
            lacksSource(Catalogue.LOGS_USERNAME);
            lacksSource(Catalogue.LOGS_PASSWORD);
        }
        for (int i = 0; i < urls.size(); i++) {
            try {
                sources.add(withSecrets(RemoteSource.parse(urls.get(i))).withTransfer(transfer));
            } catch (IllegalArgumentException e) {
                String which = urls.size() == 1 ? "" : "source " + (i + 1) + ": ";
                values.problem(
                        Catalogue.LOGS_SOURCE, which + e.getMessage(), "it expects " + SettingTypes.URLS.expects());
            }
        }
        return sources;
    }

    /** A login alone may be another program's. */
    private void lacksSource(Setting<?> setting) {
        if (values.rank(setting) == Origin.Rank.PLAIN_NAME) {
            values.problem(
                    setting,
                    setting.key() + " is set, but no source",
                    "set " + Catalogue.LOGS_SOURCE.environmentName() + " or FTP_HOST as well, or unset it");
        }
    }

    private RemoteSource withSecrets(RemoteSource source) {
        RemoteSource result = source;
        boolean nobody = source.username().isEmpty() || source.username().equals("anonymous");
        if (nobody && !source.scheme().equals("file")) {
            result = values.get(Catalogue.LOGS_USERNAME)
                    .map(result::withUsername)
                    .orElse(result);
        }
        if (source.password() == null) {
            result = values.get(Catalogue.LOGS_PASSWORD)
                    .map(result::withPassword)
                    .orElse(result);
        }
        result = values.get(Catalogue.LOGS_PRIVATE_KEY)
                .map(result::withPrivateKey)
                .orElse(result);
        result = values.get(Catalogue.LOGS_CERTIFICATES)
                .map(result::withTrustedCertificates)
                .orElse(result);
        return result.withKnownHosts(values.get(Catalogue.LOGS_KNOWN_HOSTS)
                .orElseGet(() -> surroundings.context().resolve(Catalogue.LOGS_KNOWN_HOSTS.fallback())));
    }

    private TransferSettings transfer() {
        TransferSettings defaults = TransferSettings.defaults();
        Duration connect = values.get(Catalogue.LOGS_CONNECT_TIMEOUT).orElse(defaults.connectTimeout());
        Duration data = values.get(Catalogue.LOGS_DATA_TIMEOUT).orElse(defaults.dataTimeout());
        boolean passive = values.get(Catalogue.LOGS_PASSIVE).orElse(defaults.passive());
        try {
            return new TransferSettings(
                    connect,
                    data,
                    defaults.controlTimeout(),
                    defaults.keepAlive(),
                    passive,
                    values.get(Catalogue.LOGS_NAMES).orElse(defaults.names()),
                    defaults.verifyHost());
        } catch (IllegalArgumentException e) {
            values.problem(
                    Catalogue.LOGS_CONNECT_TIMEOUT, String.valueOf(e.getMessage()), "choose a longer or shorter one");
            return defaults;
        }
    }
}
