package org.atelier.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a configuration file into texts by key. Only YAML's node tree is used: no object is ever built from the file,
 * every value keeps the text it was written with ({@code 05:00} stays a time, {@code 0123} a password), and its line.
 */
final class YamlSettings {

    private static final int DEEPEST = 16;

    private final Path file;
    private final ReadingContext context;
    private final List<Problem> problems;
    private final Map<String, Written> values = new LinkedHashMap<>();

    private YamlSettings(Path file, Path home, List<Problem> problems) {
        this.file = file;
        this.context = new ReadingContext(file.toAbsolutePath().resolveSibling(""), home);
        this.problems = problems;
    }

    static Map<String, Written> read(Path file, Path home, List<Problem> problems) {
        YamlSettings settings = new YamlSettings(file, home, problems);
        settings.read();
        return settings.values;
    }

    private void read() {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root instanceof MappingNode mapping) {
                walk("", mapping, 0);
            } else if (root != null
                    && !(root instanceof ScalarNode scalar && scalar.getValue().isEmpty())) {
                problem(root, "no settings", "write `atelier:` and settings below it");
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(file + ":" + line, "not YAML: " + e.getProblem(), "correct that line"));
        } catch (IOException | YAMLException e) {
            problems.add(new Problem(file.toString(), "cannot be read: " + e.getMessage(), "write it as UTF-8 YAML"));
        }
    }

    private void walk(String path, MappingNode mapping, int depth) {
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : null;
            if (name == null || depth > DEEPEST) {
                problem(tuple.getKeyNode(), "a key that is no text", "write keys as in docs/reference/settings.md");
                continue;
            }
            visit(path.isEmpty() ? name : path + "." + name, tuple.getKeyNode(), tuple.getValueNode(), depth);
        }
    }

    private void visit(String key, Node at, Node value, int depth) {
        if (SettingNames.isKey(key)) {
            RawValue raw = raw(key, value);
            if (raw != null && values.put(key, new Written(raw, origin(at), context)) != null) {
                problem(at, key + " is given twice", "remove one of them");
            }
        } else if (value instanceof MappingNode nested && SettingNames.isPrefix(key)) {
            walk(key, nested, depth + 1);
        } else if (value instanceof ScalarNode scalar && SettingNames.isPrefix(key)) {
            if (!scalar.getValue().isEmpty()) {
                problem(at, key + " is a group of settings, not one", "write its settings below it");
            }
        } else {
            problem(at, key + " is no setting", SettingNames.hintForKey(key));
        }
    }

    /** Null when nothing is written, or nothing usable. */
    private @Nullable RawValue raw(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            boolean nothing = scalar.isPlain() && List.of("", "~", "null").contains(scalar.getValue());
            return nothing ? null : new RawValue.Scalar(scalar.getValue());
        }
        if (node instanceof SequenceNode sequence) {
            List<String> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(text(key, item)));
            return new RawValue.Items(items);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            String name = text(key, tuple.getKeyNode());
            if (entries.put(name, text(key, tuple.getValueNode())) != null) {
                problem(tuple.getKeyNode(), key + " names " + name + " twice", "remove one of them");
            }
        }
        return new RawValue.Entries(entries);
    }

    private String text(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(node, key + " is nested too deeply", "write texts only");
        return "";
    }

    private Origin origin(Node node) {
        return new Origin(where(node), Origin.Rank.FILE);
    }

    private String where(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    private void problem(Node node, String what, String fix) {
        problems.add(new Problem(where(node), what, fix));
    }
}
