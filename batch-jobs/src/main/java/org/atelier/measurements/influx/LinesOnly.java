package org.atelier.measurements.influx;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.atelier.measurements.point.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes the write request of InfluxDB 2 and nothing else: VictoriaMetrics, QuestDB, Telegraf. The company
 * is said as {@code db} too: VictoriaMetrics makes a label of that.
 */
final class LinesOnly implements ServerKind {

    private final InfluxClient client;
    private final String org;

    LinesOnly(InfluxClient client, String org) {
        this.client = client;
        this.org = org;
    }

    @Override
    public String look() {
        return client.shown() + " answers; it is sent line protocol alone: see"
                + " docs/recipes/influxdb-3-victoriametrics-questdb.md for what it keeps of equal times";
    }

    @Override
    public void ensure(String bucket) {}

    @Override
    public void ensureMeta(String bucket) {}

    @Override
    public void forget(String bucket) {}

    @Override
    public HttpRequest writing(String bucket, byte[] gzip) {
        Map<String, String> query = new HashMap<>(Map.of("bucket", bucket, "db", bucket, "precision", "s"));
        if (!org.isEmpty()) {
            query.put("org", org);
        }
        return client.writing("/api/v2/write", query, gzip);
    }

    @Override
    public String field(Channel channel) {
        return channel.field();
    }

    @Override
    public @Nullable Long after(Part part) {
        return null;
    }
}
