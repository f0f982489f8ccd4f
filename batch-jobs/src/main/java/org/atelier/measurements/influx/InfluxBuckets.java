package org.atelier.measurements.influx;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.atelier.run.JsonObject;
import org.atelier.settings.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** The buckets of InfluxDB 2, looked up by their exact names and made when they are absent. Thread-safe. */
final class InfluxBuckets {

    private static final String BUCKETS = "/api/v2/buckets";

    private final InfluxClient client;
    private final String org;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    InfluxBuckets(InfluxClient client, String org) {
        this.client = client;
        this.org = org;
    }

    /**
     * Makes a bucket when there is none of that name; that somebody else makes it meanwhile is as good.
     *
     * @throws InfluxRefusedException when the server does not make it
     * @throws IOException when the server cannot be reached
     */
    void ensure(String name) throws IOException, InfluxRefusedException {
        if (known.contains(name)) {
            return;
        }
        if (first(BUCKETS, "buckets", Map.of("name", name, "org", org)) == null) {
            make(name);
        }
        known.add(name);
    }

    /** Asks for the organisation, to see whether the token is taken. */
    void look() throws IOException, InfluxRefusedException {
        organisation();
    }

    /** A bucket was not there after all. */
    void forget(String name) {
        known.remove(name);
    }

    private void make(String name) throws IOException, InfluxRefusedException {
        String body = new JsonObject()
                .with("name", name)
                .with("orgID", organisation())
                .text();
        InfluxClient.Answer answer = client.send(
                "Making the bucket " + name,
                client.request(BUCKETS, Map.of())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        boolean madeMeanwhile = answer.status() == 422 && answer.body().contains("conflict");
        if (!answer.isGood() && !madeMeanwhile) {
            throw new InfluxRefusedException(
                    answer.status(), "the bucket " + name + " cannot be made: " + InfluxClient.words(answer));
        }
    }

    /** The id of the organisation. */
    private String organisation() throws IOException, InfluxRefusedException {
        Map<?, ?> found = first("/api/v2/orgs", "orgs", Map.of("org", org));
        if (found == null) {
            throw new ConfigurationException("InfluxDB at " + client.shown() + " has no organisation '" + org
                    + "': set atelier.measurements.influx.org");
        }
        return String.valueOf(found.get("id"));
    }

    /** The first one of a list that the server gives; null when it is empty. */
    private @Nullable Map<?, ?> first(String path, String list, Map<String, String> query)
            throws IOException, InfluxRefusedException {
        InfluxClient.Answer answer = client.send(
                "Asking for " + list, client.request(path, query).GET().build());
        if (answer.status() == 404) {
            return null;
        }
        Object json = answer.isGood() ? Json.read(answer.body()) : null;
        if (!(json instanceof Map<?, ?> map) || !(map.get(list) instanceof List<?> found)) {
            throw new InfluxRefusedException(
                    answer.status(), "the server does not list its " + list + ": " + InfluxClient.words(answer));
        }
        return found.isEmpty() || !(found.get(0) instanceof Map<?, ?> first) ? null : first;
    }
}
