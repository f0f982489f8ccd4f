package org.atelier.observe.notify;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The address of a target. Its path, its query or a login in it may be what lets one in, so only its host is ever
 * shown.
 *
 * @param url {@code http} or {@code https}, with a host
 * @param token sent as bearer token; null for none
 */
public record TargetAddress(Secret url, @Nullable Secret token) {

    /** What may be told of it. */
    public String host() {
        return uri().getHost();
    }

    HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(url.reveal().replaceFirst("^([^/]+)//[^/@]*@", "$1//")))
                .header("User-Agent", "atelier");
        String login = uri().getUserInfo();
        Secret bearer = token;
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer.reveal());
        } else if (login != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private URI uri() {
        return URI.create(url.reveal());
    }
}
