package org.atelier.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the configuration. Opens no connection; several threads may read at once. */
public final class SettingsReader {

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
        Values values = new Values(
                EnvironmentSettings.read(surroundings, problems), inFile, problems, lacks, surroundings.context());
        Settings settings = settings(file, values, surroundings, lacks);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems.stream().distinct().toList());
        }
        return settings;
    }

    private static Settings settings(Optional<Path> file, Values values, Surroundings surroundings, List<Lack> lacks) {
        Path dataDir = values.value(Catalogue.DATA_DIR);
        ZoneId zone = values.value(Catalogue.TIME_ZONE);
        Trigger trigger = values.get(Catalogue.TRIGGER).orElseGet(() -> Trigger.seenIn(surroundings));
        List<Object> shared = new ArrayList<>();
        List<Object> forJobs = new ArrayList<>();
        for (SettingGroup group : Catalogue.GROUPS) {
            Object said = group.read(values, dataDir, zone);
            (group.part() == SettingGroup.Part.JOB ? forJobs : shared).add(said);
        }
        return new Settings(file, dataDir, zone, trigger, new JobSettings(shared), new JobSettings(forJobs), lacks);
    }
}
