package org.atelier.measurements.influx;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.atelier.measurements.point.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes the write request of InfluxDB 2 and nothing else: VictoriaMetrics, QuestDB, Telegraf. The company
 * is said as {@code db} too: VictoriaMetrics makes a label of that.
 *
 * <p>Unlike InfluxDB these read two backslashes as one, so that a single one before a separator is none to them:
 * VictoriaMetrics drops such a line and answers 204. A quote in a field's name begins a text there, and the value is
 * lost in it. So backslashes are doubled, and such quotes get one.
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
        return client.shown() + " answers; it is sent line protocol alone. It may not keep the last of equal times:"
                + " VictoriaMetrics keeps all, or the largest with -dedup.minScrapeInterval=1ms; QuestDB keeps all unless"
                + " its table has DEDUP; see docs/recipes/influxdb-3-victoriametrics-questdb.md";
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
    public byte[] prefix(String campaign, Channel channel) throws UnwritableNameException {
        Channel doubled = new Channel(
                channel.column(),
                doubled(channel.masterSerial()),
                doubled(channel.serial()),
                channel.subtype(),
                channel.label(),
                doubled(channel.name()),
                doubled(channel.unit()));
        return LineProtocol.prefix(doubled(campaign), doubled, doubled.field().replace("\"", "\\\""));
    }

    private static String doubled(String name) {
        return name.replace("\\", "\\\\");
    }

    @Override
    public @Nullable Long after(Part part) {
        return null;
    }
}
