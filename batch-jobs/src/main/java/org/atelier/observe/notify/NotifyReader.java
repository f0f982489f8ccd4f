package org.atelier.observe.notify;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.atelier.catalog.BatchJobs;
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
        return new NotifySettings(
                targets,
                values.get(NotifyKeys.HEARTBEAT_URL).orElse(null),
                reader.silence(),
                reader.pause(),
                values.value(NotifyKeys.REMINDER),
                zone);
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
        refuseUnknown(NotifyKeys.SILENCE, silence);
        return silence;
    }

    private Map<String, Duration> pause() {
        Map<String, Duration> pause = new HashMap<>();
        BatchJobs.all().forEach(job -> job.usualPause().ifPresent(usual -> pause.put(job.name(), usual)));
        Map<String, Duration> given = values.get(NotifyKeys.PAUSE).orElse(Map.of());
        refuseUnknown(NotifyKeys.PAUSE, given);
        pause.putAll(given);
        return pause;
    }

    private void refuseUnknown(Setting<?> setting, Map<String, Duration> byJob) {
        byJob.keySet().stream().filter(job -> !NotifyKeys.JOBS.contains(job)).forEach(job -> unknown(setting, job));
    }

    private void unknown(Setting<?> setting, String job) {
        values.problem(
                setting,
                "there is no job '" + job + "'",
                NearestName.of(job, NotifyKeys.JOBS)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("name one of " + String.join(", ", NotifyKeys.JOBS)));
    }
}
