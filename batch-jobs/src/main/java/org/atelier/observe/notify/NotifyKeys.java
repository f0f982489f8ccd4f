package org.atelier.observe.notify;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.BatchJobs;
import org.atelier.settings.DurationRange;
import org.atelier.settings.PlainName;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.SettingGroup;
import org.atelier.settings.SettingType;
import org.atelier.settings.SettingTypes;
import org.atelier.settings.Values;

/** The settings of who is told what, and of which silence. */
@AutoService(SettingGroup.class)
public final class NotifyKeys extends SettingGroup {

    static final List<String> JOBS =
            BatchJobs.all().stream().map(BatchJob::name).toList();

    private static final SettingType<Map<String, Duration>> DURATIONS_BY_NAME = SettingTypes.byName(
            "names with durations from 0s to 100y, such as " + JOBS.get(0) + "=30h," + JOBS.get(JOBS.size() - 1)
                    + "=2h",
            new DurationRange("0s", "100y")::parse);

    static final Setting<Secret> WEBHOOK_URL = Setting.of(
                    "atelier.notify.webhook.url",
                    SettingTypes.SECRET_HTTP_URL,
                    "none",
                    "https://chat.example.org/hooks/change-me",
                    "Where notifications go as JSON, by POST; all of the address counts as a secret.")
            .asSecret();

    static final Setting<Secret> WEBHOOK_TOKEN = Setting.of(
                    "atelier.notify.webhook.token",
                    SettingTypes.SECRET,
                    "none",
                    "change-me",
                    "Sent there as bearer token.")
            .asSecret();

    static final Setting<Secret> NTFY_URL = Setting.of(
                    "atelier.notify.ntfy.url",
                    SettingTypes.SECRET_HTTP_URL,
                    "none",
                    "https://ntfy.example.org/atelier-change-me",
                    "The topic of an ntfy server that notifications go to; all of the address counts as a secret.")
            .asSecret();

    static final Setting<Secret> NTFY_TOKEN = Setting.of(
                    "atelier.notify.ntfy.token", SettingTypes.SECRET, "none", "change-me", "The access token there.")
            .asSecret();

    static final Setting<Secret> HEARTBEAT_URL = Setting.of(
                    "atelier.notify.heartbeat.url",
                    SettingTypes.SECRET_HTTP_URL,
                    "none",
                    "https://hc-ping.com/change-me",
                    "A dead man's switch that a check tells that data arrives (GET), or what is wrong (POST"
                            + " to its `/fail`); all of the address counts as a secret.")
            .asSecret()
            .alsoNamed("HEALTHCHECKS_PING_URL");

    static final Setting<Map<String, Duration>> SILENCE = Setting.of(
            "atelier.notify.silence",
            DURATIONS_BY_NAME,
            NotifySettings.USUAL_SILENCE.toHours() + "h for each job",
            "{" + JOBS.get(0) + ": 30h, " + JOBS.get(JOBS.size() - 1) + ": 0s}",
            "How long a job that went well once may be without a good run until people are told; 0s for as long as it"
                    + " likes. A few times what lies between two starts of its schedule.");

    /** Jobs that are to find something, with how long they may not. */
    private static final Map<String, Duration> USUAL_PAUSES = BatchJobs.all().stream()
            .filter(job -> job.usualPause().isPresent())
            .collect(Collectors.toMap(BatchJob::name, job -> job.usualPause().orElseThrow()));

    static final Setting<Map<String, Duration>> PAUSE = Setting.of(
                    "atelier.notify.pause",
                    DURATIONS_BY_NAME,
                    pauses(", ", (job, usual) -> usual.toHours() + "h for " + job),
                    "{" + pauses(", ", (job, usual) -> job + ": " + 2 * usual.toHours() + "h") + "}",
                    "How long the sources of a job that found something once may bring nothing until people are told; 0s for as"
                            + " long as they like.")
            .alsoNamed(List.of(new PlainName(
                    "MONITORING_MAX_RUN_AGE_HOURS",
                    hours -> pauses(",", (job, usual) -> job + "=" + hours.strip() + "h"))));

    static final Setting<Duration> REMINDER = Setting.of(
            "atelier.notify.reminder",
            SettingTypes.DURATION,
            "1d",
            "7d",
            "After which time people are told again of a trouble that lasts; 0s for never.");

    private static String pauses(String between, BiFunction<String, Duration, String> words) {
        return USUAL_PAUSES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(pause -> words.apply(pause.getKey(), pause.getValue()))
                .collect(Collectors.joining(between));
    }

    /** Found by the service loader. */
    public NotifyKeys() {
        super(
                "notify",
                Part.AFTERWARDS,
                List.of(WEBHOOK_URL, WEBHOOK_TOKEN, NTFY_URL, NTFY_TOKEN, HEARTBEAT_URL, SILENCE, PAUSE, REMINDER));
    }

    @Override
    protected Object read(Values values, Path dataDir, ZoneId zone) {
        return NotifyReader.read(values, zone);
    }
}
