package org.atelier.observe.notify;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Who is told, and of which silence.
 *
 * @param targets where notifications go; none for nowhere, then they are only written down
 * @param heartbeat a dead man's switch that is told of the ingestion; null for none
 * @param silence how long a job may be without a good run, for jobs with a time of their own; zero for as long as it
 *     likes
 * @param pause how long the sources of a job may bring nothing, for jobs that are to find something; zero for as long
 *     as they like
 * @param reminder after which time a trouble that lasts is told again; zero for never
 * @param zone the plant's, for times in texts
 */
public record NotifySettings(
        List<NotifyTarget> targets,
        @Nullable Secret heartbeat,
        Map<String, Duration> silence,
        Map<String, Duration> pause,
        Duration reminder,
        ZoneId zone) {

    /** A job that starts every 15 minutes missed some when this is over. */
    public static final Duration USUAL_SILENCE = Duration.ofHours(2);

    /** Copies. */
    public NotifySettings {
        targets = List.copyOf(targets);
        silence = Map.copyOf(silence);
        pause = Map.copyOf(pause);
    }

    /** How long that job may be without a good run; zero for as long as it likes. */
    Duration silenceOf(String job) {
        return silence.getOrDefault(job, USUAL_SILENCE);
    }

    /** How long the sources of that job may bring nothing; zero for as long as they like. */
    public Duration pauseOf(String job) {
        return pause.getOrDefault(job, Duration.ZERO);
    }

    /** Names of the targets. */
    List<String> names() {
        return targets.stream().map(NotifyTarget::name).toList();
    }
}
