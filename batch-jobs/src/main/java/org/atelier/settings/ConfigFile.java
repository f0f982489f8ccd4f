package org.atelier.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which configuration file counts: {@code --config}, else {@code ATELIER_CONFIG}, else {@code atelier.yaml} in the
 * working directory, else in the data directory that the environment names, or in {@code ~/.atelier}. Only one file is
 * read.
 */
final class ConfigFile {

    private static final String NAME = "atelier.yaml";

    private ConfigFile() {}

    /** The file, which exists; a named one that does not is a problem. */
    static Optional<Path> locate(@Nullable Path option, Surroundings surroundings, List<Problem> problems) {
        ReadingContext context = surroundings.context();
        if (option != null) {
            return named("--config", context.resolve(option.toString()), problems);
        }
        Map<String, String> environment = surroundings.environment();
        String variable = environment.getOrDefault("ATELIER_CONFIG", "");
        if (!variable.isEmpty()) {
            return named("environment ATELIER_CONFIG", context.resolve(variable), problems);
        }
        String dataDirectory = environment.getOrDefault(Catalogue.DATA_DIR.environmentName(), "");
        Path data = dataDirectory.isEmpty() ? Catalogue.DATA_DIR.usual(context) : context.resolve(dataDirectory);
        return List.of(context.base().resolve(NAME), data.resolve(NAME)).stream()
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> named(String where, Path file, List<Problem> problems) {
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        problems.add(new Problem(where, "there is no file " + file, "name an existing file"));
        return Optional.empty();
    }
}
