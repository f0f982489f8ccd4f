package org.atelier.observe.notify;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A topic of an ntfy server.
 *
 * @param address of the topic
 */
public record Ntfy(TargetAddress address) implements NotifyTarget {

    @Override
    public String name() {
        return "ntfy";
    }

    @Override
    public HttpRequest.Builder request(Notification notification) {
        return address.request()
                .header("Title", ascii(notification.title()))
                .header(
                        "Priority",
                        Integer.toString(notification.kind().priority().number()))
                .header("Tags", notification.kind().tag())
                .POST(HttpRequest.BodyPublishers.ofString(notification.bodyWithNext(), StandardCharsets.UTF_8));
    }

    /** Headers are ASCII; ntfy reads RFC 2047. */
    private static String ascii(String title) {
        String line = title.replace('\n', ' ');
        return StandardCharsets.US_ASCII.newEncoder().canEncode(line)
                ? line
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
