package org.atelier.launcher.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atelier.observe.MetricsSettings;
import org.atelier.run.engine.EngineSettings;
import org.jspecify.annotations.Nullable;

/** Reads the configuration. Opens no connection; several threads may read at once. */
public final class SettingsReader {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private SettingsReader() {}

    /**
     * Reads the environment and at most one file, and checks all of it.
     *
     * @param option the file that {@code --config} names, if it was given
     * @throws ConfigurationException with every problem there is
     */
    public static Settings read(@Nullable Path option, Surroundings surroundings) {
        List<Problem> problems = new ArrayList<>();
        Optional<Path> file = ConfigFile.locate(option, surroundings, problems);
        Map<String, Written> inFile = file.map(path -> YamlSettings.read(path, surroundings.home(), problems))
                .orElse(Map.of());
        List<Lack> lacks = new ArrayList<>();
        Values values = new Values(EnvironmentSettings.read(surroundings, problems), inFile, problems, lacks);
        Settings settings = settings(file, values, surroundings, lacks);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems.stream().distinct().toList());
        }
        return settings;
    }

    private static Settings settings(Optional<Path> file, Values values, Surroundings surroundings, List<Lack> lacks) {
        Path dataDir = values.get(Catalogue.DATA_DIR)
                .orElseGet(() -> surroundings.context().resolve(Catalogue.DATA_DIR.fallback()));
        ZoneId zone = values.get(Catalogue.TIME_ZONE).orElse(PARIS);
        return new Settings(
                file,
                dataDir,
                zone,
                values.get(Catalogue.TRIGGER).orElseGet(() -> Trigger.seenIn(surroundings)),
                DatabaseReader.read(values),
                values.get(Catalogue.DATABASE_MIGRATE).orElse(Migrate.MANUAL),
                values.get(Catalogue.DATABASE_PATIENCE).orElse(EngineSettings.PATIENCE),
                values.get(Catalogue.SOURCES_PATIENCE),
                MachineLogReader.read(values, dataDir, zone, surroundings),
                OrdersReader.read(values, dataDir),
                new MetricsSettings(
                        values.get(ObserveCatalogue.PUSHGATEWAY), values.get(ObserveCatalogue.TEXTFILE_DIRECTORY)),
                RetentionCatalogue.read(values),
                NotifyReader.read(values, zone),
                values.get(OrdersCatalogue.SECRET_KEY),
                lacks);
    }
}
