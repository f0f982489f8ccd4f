package org.atelier.measurements.influx;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is asked of InfluxDB 2 about the points of a file: means of the windows that it touched, and how many points are
 * there. Names are escaped, whatever they hold.
 */
final class FluxQueries {

    private final InfluxClient client;
    private final InfluxBuckets buckets;
    private final String org;

    FluxQueries(InfluxClient client, InfluxBuckets buckets, String org) {
        this.client = client;
        this.buckets = buckets;
        this.org = org;
    }

    /**
     * Makes the means anew of every window that the part touches, each written at its end, in the buckets of the
     * levels.
     */
    void means(Part part) throws IOException, InfluxRefusedException {
        for (Window window : Window.values()) {
            String into = part.bucket() + "_" + window.level();
            buckets.ensure(into);
            ask(points(part, part.start(window), part.stop(window))
                    + " |> aggregateWindow(every: " + window.level() + ", fn: mean, createEmpty: false)"
                    + " |> to(bucket: " + quoted(into) + ", org: " + quoted(org) + ")");
        }
    }

    /** How many points there are in the part; both of its ends count. */
    long count(Part part) throws IOException, InfluxRefusedException {
        String csv = ask(points(part, part.first(), part.last() + 1) + " |> group() |> count()");
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2) {
            return 0;
        }
        int value = List.of(lines.get(0).split(",", -1)).indexOf("_value");
        return Long.parseLong(lines.get(1).split(",", -1)[value]);
    }

    private static String points(Part part, long start, long stop) {
        return "from(bucket: " + quoted(part.bucket()) + ") |> range(start: " + Instant.ofEpochSecond(start)
                + ", stop: "
                + Instant.ofEpochSecond(stop) + ") |> filter(fn: (r) => r._measurement == "
                + quoted(LineProtocol.MEASUREMENT) + " and r.campaign == " + quoted(part.campaign())
                + " and r.device_master_sn == " + quoted(part.master()) + ")";
    }

    private String ask(String flux) throws IOException, InfluxRefusedException {
        InfluxClient.Answer answer = client.send(
                "Asking InfluxDB",
                client.request("/api/v2/query", Map.of("org", org))
                        .header("Content-Type", "application/vnd.flux")
                        .header("Accept", "application/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(flux))
                        .build());
        if (!answer.isGood()) {
            throw new InfluxRefusedException(
                    answer.status(), "InfluxDB refuses a query: " + InfluxClient.words(answer));
        }
        return answer.body();
    }

    /** A string literal of Flux: no quote ends it, and no expression begins in it. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "\\${") + '"';
    }
}
