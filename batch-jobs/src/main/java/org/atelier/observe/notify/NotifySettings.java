package org.atelier.observe.notify;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Who is told, and of which silence.
 *
 * @param targets where notifications go; none for nowhere, then they are only written down
 * @param silence how long a job may be without a good run, for jobs with a time of their own; zero for as long as it
 *     likes
 * @param reminder after which time a trouble that lasts is told again; zero for never
 * @param zone the plant's, for times in texts
 */
public record NotifySettings(
        List<NotifyTarget> targets, Map<String, Duration> silence, Duration reminder, ZoneId zone) {

    /** A job that starts every 15 minutes missed some when this is over. */
    public static final Duration USUAL_SILENCE = Duration.ofHours(2);

    /** Copies. */
    public NotifySettings {
        targets = List.copyOf(targets);
        silence = Map.copyOf(silence);
    }

    /** How long that job may be without a good run; zero for as long as it likes. */
    Duration silenceOf(String job) {
        return silence.getOrDefault(job, USUAL_SILENCE);
    }

    /** Names of the targets. */
    List<String> names() {
        return targets.stream().map(NotifyTarget::name).toList();
    }
}
