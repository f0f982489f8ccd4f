package org.atelier.observe.notify;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.atelier.settings.NearestName;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.Values;

/** Puts the settings of notifications together. */
final class NotifyReader {

    private final Values values;

    private NotifyReader(Values values) {
        this.values = values;
    }

    static NotifySettings read(Values values, ZoneId zone) {
        NotifyReader reader = new NotifyReader(values);
        List<NotifyTarget> targets = new ArrayList<>();
        reader.add(targets, NotifyKeys.WEBHOOK_URL, NotifyKeys.WEBHOOK_TOKEN, Webhook::new);
        reader.add(targets, NotifyKeys.NTFY_URL, NotifyKeys.NTFY_TOKEN, Ntfy::new);
        return new NotifySettings(targets, reader.silence(), values.value(NotifyKeys.REMINDER), zone);
    }

    private void add(
            List<NotifyTarget> targets,
            Setting<Secret> url,
            Setting<Secret> token,
            Function<TargetAddress, NotifyTarget> target) {
        values.get(url)
                .ifPresentOrElse(
                        address -> targets.add(target.apply(
                                new TargetAddress(address, values.get(token).orElse(null)))),
                        () -> refuseAlone(token, url));
    }

    /** Unless the URL is there and wrong, which is a problem of its own. */
    private void refuseAlone(Setting<Secret> token, Setting<Secret> url) {
        if (values.isSet(token) && !values.isSet(url)) {
            values.problem(token, token.key() + " is set, but no " + url.key(), "set it as well, or remove the token");
        }
    }

    private Map<String, Duration> silence() {
        Map<String, Duration> silence = values.get(NotifyKeys.SILENCE).orElse(Map.of());
        silence.keySet().stream().filter(job -> !NotifyKeys.JOBS.contains(job)).forEach(this::unknown);
        return silence;
    }

    private void unknown(String job) {
        values.problem(
                NotifyKeys.SILENCE,
                "there is no job '" + job + "'",
                NearestName.of(job, NotifyKeys.JOBS)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("name one of " + String.join(", ", NotifyKeys.JOBS)));
    }
}
