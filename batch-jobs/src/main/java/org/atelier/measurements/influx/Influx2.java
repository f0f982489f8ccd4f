package org.atelier.measurements.influx;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import org.atelier.measurements.point.Channel;

/** InfluxDB 2: a bucket a company and one for each level of its means, a field a channel, Flux. */
final class Influx2 implements ServerKind {

    private final InfluxClient client;
    private final InfluxBuckets buckets;
    private final FluxQueries queries;
    private final String org;

    Influx2(InfluxClient client, String org) {
        this.client = client;
        this.buckets = new InfluxBuckets(client, org);
        this.queries = new FluxQueries(client, buckets, org);
        this.org = org;
    }

    @Override
    public String look() throws IOException, InfluxRefusedException {
        buckets.look();
        return "InfluxDB 2 at " + client.shown() + " takes the token";
    }

    @Override
    public void ensure(String bucket) throws IOException, InfluxRefusedException {
        buckets.ensure(bucket);
    }

    @Override
    public void ensureMeta(String bucket) throws IOException, InfluxRefusedException {
        buckets.ensure(bucket);
    }

    @Override
    public void forget(String bucket) {
        buckets.forget(bucket);
    }

    @Override
    public HttpRequest writing(String bucket, byte[] gzip) {
        return client.writing("/api/v2/write", Map.of("bucket", bucket, "org", org, "precision", "s"), gzip);
    }

    @Override
    public byte[] prefix(String campaign, Channel channel) throws UnwritableNameException {
        return LineProtocol.prefix(campaign, channel, channel.field());
    }

    @Override
    public Long after(Part part) throws IOException, InfluxRefusedException {
        queries.means(part);
        return queries.count(part);
    }
}
