package org.atelier.launcher.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.atelier.settings.Secret;

/** The settings of what a run tells to the outside. */
final class ObserveCatalogue {

    static final Setting<URI> PUSHGATEWAY = Setting.of(
            "atelier.metrics.pushgateway",
            SettingTypes.HTTP_URL,
            "none",
            "http://pushgateway.example.org:9091",
            "The Prometheus Pushgateway that a run pushes its metrics to when it ends.");
    static final Setting<Path> TEXTFILE_DIRECTORY = Setting.of(
            "atelier.metrics.textfile-directory",
            SettingTypes.PATH,
            "none",
            "/var/lib/node_exporter/textfile",
            "The directory, of a node exporter's textfile collector, that a run writes its metrics to when it ends.");

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
    static final Setting<Map<String, Duration>> SILENCE = Setting.of(
            "atelier.notify.silence",
            SettingTypes.DURATIONS_BY_NAME,
            "2h for each job",
            "{machine-logs: 30h, orders: 0s}",
            "How long a job that went well once may be without a good run until people are told; 0s for as long as it"
                    + " likes. A few times what lies between two starts of its schedule.");
    static final Setting<Duration> REMINDER = Setting.of(
            "atelier.notify.reminder",
            SettingTypes.DURATION,
            "1d",
            "7d",
            "After which time people are told again of a trouble that lasts; 0s for never.");

    static final Setting<Duration> MAX_AGE = Setting.of(
            "atelier.notify.max-age",
            SettingTypes.AGE,
            "7d",
            "14d",
            "How old the last session of a machining centre may be until `check freshness` calls the centre unknown, though"
                    + " no day is missing on which it usually works, and people are told. Counts from the next run of"
                    + " machine-logs on.");

    static final List<Setting<?>> ALL = List.of(
            PUSHGATEWAY,
            TEXTFILE_DIRECTORY,
            WEBHOOK_URL,
            WEBHOOK_TOKEN,
            NTFY_URL,
            NTFY_TOKEN,
            SILENCE,
            REMINDER,
            MAX_AGE);

    private ObserveCatalogue() {}
}
