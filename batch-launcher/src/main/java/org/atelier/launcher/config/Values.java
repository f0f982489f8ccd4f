package org.atelier.launcher.config;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that count, each setting's strongest; what cannot be read is a problem and counts as not set. */
final class Values {

    private final Map<String, Written> written = new HashMap<>();
    private final List<Problem> problems;

    Values(Map<String, Written> environment, Map<String, Written> file, List<Problem> problems) {
        this.problems = problems;
        for (Setting<?> setting : Catalogue.all()) {
            Written strongest = strongest(setting, environment, file);
            if (strongest != null) {
                written.put(setting.key(), strongest);
            }
        }
    }

    private @Nullable Written strongest(
            Setting<?> setting, Map<String, Written> environment, Map<String, Written> file) {
        Written direct = file.get(setting.key());
        Written secret = file.get(setting.key() + SettingNames.KEY_FILE);
        if (direct != null && secret != null) {
            problems.add(new Problem(secret.origin().where(), setting.key() + " is set as well", "remove one of them"));
        }
        Written inEnvironment = environment.get(setting.key());
        return inEnvironment != null ? inEnvironment : secret != null ? content(secret) : direct;
    }

    private @Nullable Written content(Written file) {
        if (file.value() instanceof RawValue.Scalar path) {
            return EnvironmentSettings.content(file.origin(), file.context(), path.text(), problems)
                    .map(text -> new Written(new RawValue.Scalar(text), file.origin(), file.context()))
                    .orElse(null);
        }
        problems.add(new Problem(file.origin().where(), "expects a path", "name one file"));
        return null;
    }

    <T> Optional<T> get(Setting<T> setting) {
        Written found = written.get(setting.key());
        if (found == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(setting.type().read(found.value(), found.context()));
        } catch (IllegalArgumentException | DateTimeException e) {
            problem(
                    setting,
                    shown(setting, found) + " is no value of " + setting.key(),
                    "it expects " + setting.type().expects());
            return Optional.empty();
        }
    }

    boolean isSet(Setting<?> setting) {
        return written.containsKey(setting.key());
    }

    Origin.Rank rank(Setting<?> setting) {
        Written found = written.get(setting.key());
        return found == null ? Origin.Rank.DEFAULT : found.origin().rank();
    }

    /** Adds a problem that stands where the setting was written. */
    void problem(Setting<?> setting, String what, String fix) {
        Written found = written.get(setting.key());
        problems.add(new Problem(found == null ? setting.key() : found.origin().where(), what, fix));
    }

    private static String shown(Setting<?> setting, Written found) {
        if (setting.secret()) {
            return "the text";
        }
        if (found.value() instanceof RawValue.Scalar scalar) {
            return "'" + scalar.text() + "'";
        }
        return found.value() instanceof RawValue.Items ? "a list" : "a mapping";
    }
}
