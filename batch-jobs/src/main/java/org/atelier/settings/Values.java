package org.atelier.settings;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that count, each setting's strongest; what cannot be read is a problem and counts as not set. */
public final class Values {

    private final Map<String, Written> written = new HashMap<>();
    private final List<Problem> problems;
    private final List<Lack> lacks;
    private final ReadingContext context;

    /**
     * @param problems takes what is wrong
     * @param lacks takes what only keeps a job from running
     * @param context what relative paths among the defaults start from
     */
    Values(
            Map<String, Written> environment,
            Map<String, Written> file,
            List<Problem> problems,
            List<Lack> lacks,
            ReadingContext context) {
        this.problems = problems;
        this.lacks = lacks;
        this.context = context;
        for (Setting<?> setting : Catalogue.all()) {
            Written strongest = strongest(setting, environment, file);
            if (strongest != null) {
                written.put(setting.key(), strongest);
                reportUnlessItMayNotCount(setting, strongest);
            }
        }
    }

    /** A plain name may be meant for another program; whether it counts shows when it is asked for. */
    private void reportUnlessItMayNotCount(Setting<?> setting, Written strongest) {
        Problem fault = strongest.fault();
        if (fault != null && (strongest.origin().rank() != Origin.Rank.PLAIN_NAME || Catalogue.job(setting) != null)) {
            add(setting, strongest, fault);
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

    /** The value that counts: what was written, else what holds without it. */
    public <T> T value(Setting<T> setting) {
        return get(setting).orElseGet(() -> setting.usual(context));
    }

    /** What was written, if anything that can be used. */
    public <T> Optional<T> get(Setting<T> setting) {
        Written found = written.get(setting.key());
        if (found == null) {
            return Optional.empty();
        }
        Problem fault = found.fault();
        if (fault != null) {
            if (found.origin().rank() == Origin.Rank.PLAIN_NAME && Catalogue.job(setting) == null) {
                problems.add(fault);
            }
            return Optional.empty();
        }
        try {
            new WrittenText(setting.type()).check(found.value());
            return Optional.of(setting.type().read(found.value(), found.context()));
        } catch (UnusableValueException e) {
            problem(setting, String.valueOf(e.getMessage()), e.fix());
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            problem(
                    setting,
                    shown(setting, found) + " is no value of " + setting.key(),
                    "it expects " + setting.type().expects());
            return Optional.empty();
        }
    }

    /** Whether anything was written. */
    public boolean isSet(Setting<?> setting) {
        return written.containsKey(setting.key());
    }

    /** How strong the place is where it was written. */
    public Origin.Rank rank(Setting<?> setting) {
        Written found = written.get(setting.key());
        return found == null ? Origin.Rank.DEFAULT : found.origin().rank();
    }

    /** Adds a problem that stands where the setting was written. */
    public void problem(Setting<?> setting, String what, String fix) {
        Written found = written.get(setting.key());
        Problem problem =
                new Problem(found == null ? setting.key() : found.origin().where(), what, fix);
        if (found == null) {
            problems.add(problem);
        } else if (found.fault() == null) {
            // Else why it cannot be used is told already.
            add(setting, found, problem);
        }
    }

    /** Adds what is worth knowing, and stops nothing. */
    public void warning(Setting<?> setting, String what, String fix) {
        Written found = written.get(setting.key());
        lacks.add(new Lack(
                null, new Problem(found == null ? setting.key() : found.origin().where(), what, fix)));
    }

    private void add(Setting<?> setting, Written found, Problem problem) {
        String job = Catalogue.job(setting);
        if (found.origin().rank() == Origin.Rank.PLAIN_NAME && job != null) {
            lacks.add(new Lack(job, problem));
        } else {
            problems.add(problem);
        }
    }

    private static String shown(Setting<?> setting, Written found) {
        if (setting.secret()) {
            return "the text";
        }
        if (found.value() instanceof RawValue.Scalar scalar) {
            // Of a login without a scheme in front, nobody knows where it ends.
            boolean loose = scalar.text().indexOf('@') >= 0 && !scalar.text().contains("://");
            return loose ? "the text" : "'" + ShownUrl.of(scalar.text()) + "'";
        }
        return found.value() instanceof RawValue.Items ? "a list" : "a mapping";
    }
}
