package org.atelier.measurements.influx;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import org.atelier.measurements.point.Channel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * InfluxDB 3: a database a company, with a table of points and one for each level of means. Columns of a table are
 * limited there, so all values are in one field and the channel is in the tags.
 */
final class Influx3 implements ServerKind {

    /** The field of all values. */
    static final String FIELD = "value";

    private static final Logger LOG = LoggerFactory.getLogger(Influx3.class);

    private final InfluxClient client;
    private final Influx3Tables tables;
    private final SqlQueries queries;

    Influx3(InfluxClient client) {
        this.client = client;
        this.tables = new Influx3Tables(client);
        this.queries = new SqlQueries(client);
    }

    @Override
    public String look() throws IOException, InfluxRefusedException {
        tables.databases();
        return "InfluxDB 3 at " + client.shown() + " takes the token";
    }

    @Override
    public void ensure(String bucket) throws IOException, InfluxRefusedException {
        tables.ensure(bucket);
    }

    @Override
    public void ensureMeta(String bucket) throws IOException, InfluxRefusedException {
        tables.ensureMeta(bucket);
    }

    @Override
    public void forget(String bucket) {
        tables.forget(bucket);
    }

    @Override
    public HttpRequest writing(String bucket, byte[] gzip) {
        return client.writing(
                "/api/v3/write_lp", Map.of("db", bucket, "precision", "second", "accept_partial", "false"), gzip);
    }

    @Override
    public byte[] prefix(String campaign, Channel channel) throws UnwritableNameException {
        return LineProtocol.prefix(campaign, channel, FIELD);
    }

    /** That a server refuses the queries (of many files at once, it may) leaves means as they are: a warning. */
    @Override
    public @Nullable Long after(Part part) throws IOException {
        try {
            for (Window window : Window.values()) {
                queries.means(part, window, lines -> write(part.bucket(), lines));
            }
            return queries.count(part);
        } catch (InfluxRefusedException e) {
            LOG.warn(
                    "The points of {}/{} are stored; their means in {}, {} and {} are not made anew: {}",
                    part.bucket(),
                    part.campaign(),
                    Influx3Tables.table(Window.HOUR),
                    Influx3Tables.table(Window.DAY),
                    Influx3Tables.table(Window.WEEK),
                    e.getMessage());
            return null;
        }
    }

    private void write(String bucket, byte[] lines) throws IOException, InfluxRefusedException {
        InfluxClient.Answer answer = client.send("Writing means", writing(bucket, LineBatch.gzip(lines)));
        if (!answer.isGood()) {
            throw new InfluxRefusedException(
                    answer.status(), "InfluxDB refuses the means: " + InfluxClient.words(answer));
        }
    }
}
