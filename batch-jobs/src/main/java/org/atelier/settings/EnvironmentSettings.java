package org.atelier.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads settings from environment variables: {@code ATELIER_...} first, then the plain names, each also as
 * {@code NAME_FILE}. An empty variable counts as not set, for compose files pass on unset ones as empty.
 */
final class EnvironmentSettings {

    private static final Pattern INJECTED_NAME =
            Pattern.compile(".*_SERVICE_(HOST|PORT(_.+)?)|.*_PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?");
    private static final Pattern INJECTED_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final ReadingContext context;
    private final List<Problem> problems;

    private EnvironmentSettings(Surroundings surroundings, List<Problem> problems) {
        this.context = surroundings.context();
        this.problems = problems;
        surroundings.environment().forEach((name, text) -> {
            if (!text.isEmpty() && !isInjected(name, text)) {
                variables.put(name, text);
            }
        });
    }

    static Map<String, Written> read(Surroundings surroundings, List<Problem> problems) {
        EnvironmentSettings settings = new EnvironmentSettings(surroundings, problems);
        settings.refuseUnknown();
        Map<String, Written> values = new LinkedHashMap<>();
        for (Setting<?> setting : Catalogue.all()) {
            settings.find(setting).ifPresent(written -> values.put(setting.key(), written));
        }
        return values;
    }

    /**
     * Whether Kubernetes put the variable there for a service of that name, such as
     * {@code ATELIER_PORT=tcp://10.0.0.1:80}.
     */
    static boolean isInjected(String name, String text) {
        return INJECTED_NAME.matcher(name).matches()
                || (name.endsWith("_PORT") && INJECTED_ADDRESS.matcher(text).matches());
    }

    private void refuseUnknown() {
        for (String name : new TreeSet<>(variables.keySet())) {
            if (name.startsWith("ATELIER_") && !name.startsWith("ATELIER_TEST_") && !SettingNames.isVariable(name)) {
                problems.add(new Problem(
                        "environment " + name, "there is no such setting", SettingNames.hintForVariable(name)));
            }
        }
    }

    private Optional<Written> find(Setting<?> setting) {
        Optional<Written> own = variable(PlainName.same(setting.environmentName()), Origin.Rank.ENVIRONMENT);
        return own.isPresent() ? own : plain(setting);
    }

    /** Two plain names with different values are refused where one counts: each was meant for something. */
    private Optional<Written> plain(Setting<?> setting) {
        List<Written> found = new ArrayList<>();
        for (PlainName name : setting.plainNames()) {
            if (found.isEmpty() || !name.yields()) {
                variable(name, Origin.Rank.PLAIN_NAME).ifPresent(found::add);
            }
        }
        if (found.stream().map(Written::value).distinct().count() < 2) {
            return found.stream().findFirst();
        }
        Written first = found.get(0);
        Problem fault = new Problem(
                first.origin().where(),
                "differs from " + found.get(1).origin().where(),
                "set " + setting.environmentName() + " to the one that counts");
        return Optional.of(new Written(first.value(), first.origin(), first.context(), fault));
    }

    private Optional<Written> variable(PlainName plain, Origin.Rank rank) {
        String name = plain.name();
        String text = variables.get(name);
        String file = variables.get(name + SettingNames.VARIABLE_FILE);
        if (text == null && file == null) {
            return Optional.empty();
        }
        Origin origin = new Origin("environment " + (file == null ? name : name + SettingNames.VARIABLE_FILE), rank);
        List<Problem> faults = new ArrayList<>();
        if (text != null && file != null) {
            faults.add(new Problem(origin.where(), name + " is set as well", "unset one of them"));
        }
        String value = file != null ? content(origin, context, file, faults).orElse("") : String.valueOf(text);
        return Optional.of(new Written(
                new RawValue.Scalar(faults.isEmpty() ? plain.adapt().apply(value) : ""),
                origin,
                context,
                faults.isEmpty() ? null : faults.get(0)));
    }

    /** The text of a secret's file, without the line end that editors put behind it. */
    static Optional<String> content(Origin origin, ReadingContext context, String file, List<Problem> problems) {
        try {
            Path path = context.resolve(file.strip());
            return Optional.of(Files.readString(path).replaceFirst("\\R\\z", ""));
        } catch (IOException | InvalidPathException e) {
            problems.add(new Problem(
                    origin.where(),
                    "cannot read the file " + file,
                    "name a readable file (UTF-8) that holds the value"));
            return Optional.empty();
        }
    }
}
