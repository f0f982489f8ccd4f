package org.atelier.observe.notify;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.atelier.run.JsonObject;

/**
 * Any program that takes JSON by POST. The field {@code text} is the whole message, as Slack, Mattermost and
 * Rocket.Chat expect it.
 *
 * @param address where it is
 */
public record Webhook(TargetAddress address) implements NotifyTarget {

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public HttpRequest.Builder request(Notification notification) {
        return address.request()
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json(notification), StandardCharsets.UTF_8));
    }

    private static String json(Notification notification) {
        return new JsonObject()
                .with("schema", "atelier.notification/1")
                .with("id", notification.id())
                .with("kind", notification.kind().word())
                .with("priority", notification.kind().priority().name().toLowerCase(Locale.ROOT))
                .with("job", notification.job())
                .with("centre", notification.centre())
                .with("run_id", notification.run())
                .with("title", notification.title())
                .with("body", notification.body())
                .with("next_step", notification.next())
                .with("text", notification.title() + "\n" + notification.bodyWithNext())
                .with("since", notification.since().toString())
                .with("made", notification.made().toString())
                .text();
    }
}
