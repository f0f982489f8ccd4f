package org.atelier.measurements.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.atelier.run.JsonObject;

/**
 * What is asked of InfluxDB 3 about the points of a file: means of the windows that it touched, and how many points are
 * there. Names go as parameters, whatever they hold.
 */
final class SqlQueries {

    private static final String TAGS = String.join(", ", LineProtocol.TAGS);
    private static final String MEAN = "mean";
    private static final String START = "start";

    private final InfluxClient client;

    SqlQueries(InfluxClient client) {
        this.client = client;
    }

    /** Takes lines of means. */
    interface Lines {
        void write(byte[] lines) throws IOException, InfluxRefusedException;
    }

    /** Makes the means of the windows of a level that the part touches; each stands at its window's end. */
    void means(Part part, Window window, Lines into) throws IOException, InfluxRefusedException {
        String sql = "SELECT date_bin(INTERVAL '" + interval(window) + "', time, TIMESTAMP '1970-01-01T00:00:00Z') AS "
                + START + ", " + TAGS + ", avg(" + Influx3.FIELD + ") AS " + MEAN
                + from(part.start(window), part.stop(window))
                + " GROUP BY 1, " + TAGS;
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (String row : ask(part, sql).lines().filter(line -> !line.isBlank()).toList()) {
            lines.append(line(row, window)).append('\n');
            if (++number % PointLines.BATCH == 0) {
                into.write(lines.toString().getBytes(UTF_8));
                lines.setLength(0);
            }
        }
        if (!lines.isEmpty()) {
            into.write(lines.toString().getBytes(UTF_8));
        }
    }

    /** How many points there are in the part. */
    long count(Part part) throws IOException, InfluxRefusedException {
        String answer = ask(part, "SELECT count(*) AS points" + from(part.first(), part.last() + 1));
        Object points = row(answer.strip()).get("points");
        if (!(points instanceof Number number)) {
            throw new InfluxRefusedException(200, "no count in the answer");
        }
        return number.longValue();
    }

    private static String interval(Window window) {
        return switch (window) {
            case HOUR -> "1 hour";
            case DAY -> "1 day";
            case WEEK -> "7 days";
        };
    }

    private static String from(long start, long stop) {
        return " FROM " + LineProtocol.MEASUREMENT + " WHERE time >= TIMESTAMP '" + Instant.ofEpochSecond(start)
                + "' AND time < TIMESTAMP '" + Instant.ofEpochSecond(stop)
                + "' AND campaign = $campaign AND device_master_sn = $master AND " + Influx3.FIELD + " IS NOT NULL";
    }

    private static String line(String json, Window window) throws InfluxRefusedException {
        Map<?, ?> row = row(json);
        TreeMap<String, String> tags = new TreeMap<>();
        for (String tag : LineProtocol.TAGS) {
            Object value = row.get(tag);
            tags.put(tag, value == null ? "" : value.toString());
        }
        try {
            long start = LocalDateTime.parse(String.valueOf(row.get(START)).replace("Z", ""))
                    .toEpochSecond(ZoneOffset.UTC);
            double mean = Double.parseDouble(String.valueOf(row.get(MEAN)));
            return LineProtocol.head(Influx3Tables.table(window), tags) + " " + Influx3.FIELD + "=" + mean + " "
                    + (start + window.seconds());
        } catch (DateTimeException | NumberFormatException | UnwritableNameException e) {
            throw new InfluxRefusedException(200, "no mean in the answer: " + e.getMessage());
        }
    }

    private static Map<?, ?> row(String json) throws InfluxRefusedException {
        if (!(Json.read(json) instanceof Map<?, ?> row)) {
            throw new InfluxRefusedException(200, "no row in the answer");
        }
        return row;
    }

    /** Rows as JSON, one a line. */
    private String ask(Part part, String sql) throws IOException, InfluxRefusedException {
        String body = new JsonObject()
                .with("db", part.bucket())
                .with("q", sql)
                .with("format", "jsonl")
                .with(
                        "params",
                        new JsonObject().with("campaign", part.campaign()).with("master", part.master()))
                .text();
        InfluxClient.Answer answer = client.query(
                "Asking InfluxDB",
                client.request("/api/v3/query_sql", Map.of())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        if (!answer.isGood()) {
            throw new InfluxRefusedException(
                    answer.status(), "InfluxDB refuses a query: " + InfluxClient.words(answer));
        }
        return answer.body();
    }
}
