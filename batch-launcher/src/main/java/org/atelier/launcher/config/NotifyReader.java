package org.atelier.launcher.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.BatchJobs;
import org.atelier.observe.notify.NotifySettings;
import org.atelier.observe.notify.NotifyTarget;
import org.atelier.observe.notify.Ntfy;
import org.atelier.observe.notify.TargetAddress;
import org.atelier.observe.notify.Webhook;
import org.atelier.settings.Secret;

/** Puts the settings of notifications together. */
final class NotifyReader {

    private final Values values;

    private NotifyReader(Values values) {
        this.values = values;
    }

    static NotifySettings read(Values values, ZoneId zone) {
        NotifyReader reader = new NotifyReader(values);
        List<NotifyTarget> targets = new ArrayList<>();
        reader.add(targets, ObserveCatalogue.WEBHOOK_URL, ObserveCatalogue.WEBHOOK_TOKEN, Webhook::new);
        reader.add(targets, ObserveCatalogue.NTFY_URL, ObserveCatalogue.NTFY_TOKEN, Ntfy::new);
        return new NotifySettings(
                targets,
                reader.silence(),
                values.get(ObserveCatalogue.REMINDER).orElse(NotifySettings.USUAL_REMINDER),
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
        Map<String, Duration> silence = values.get(ObserveCatalogue.SILENCE).orElse(Map.of());
        if (!silence.isEmpty()) {
            List<String> jobs = BatchJobs.all().stream().map(BatchJob::name).toList();
            silence.keySet().stream().filter(job -> !jobs.contains(job)).forEach(job -> unknown(job, jobs));
        }
        return silence;
    }

    private void unknown(String job, List<String> jobs) {
        values.problem(
                ObserveCatalogue.SILENCE,
                "there is no job '" + job + "'",
                NearestName.of(job, jobs)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("name one of " + String.join(", ", jobs)));
    }
}
