package org.atelier.launcher.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.launcher.ForkedProcess;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code docker/}, as people deploy them. */
final class DeployFiles {

    private static final Path DOCKER = ForkedProcess.root().resolve("docker");

    private DeployFiles() {}

    static Path path(String name) {
        return DOCKER.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(path(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of a directory's files that end so, such as {@code kubernetes/base/orders.yaml}, in order. */
    static List<String> names(String directory, String ending) {
        try (Stream<Path> files = Files.list(path(directory))) {
            return files.map(file -> DOCKER.relativize(file).toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A YAML file of one document; a key that stands twice is an error. */
    static JsonNode yaml(String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object loaded = new Yaml(new SafeConstructor(options)).load(text(name));
        return JsonMapper.shared().valueToTree(loaded);
    }

    static JsonNode json(String name) {
        return JsonMapper.shared().readTree(text(name));
    }
}
