package org.atelier.measurements.influx;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.atelier.run.JsonObject;

/**
 * Databases and tables of InfluxDB 3, made when they are absent: before the first point, since a table's tags are those
 * of its beginning. Thread-safe.
 */
final class Influx3Tables {

    private static final String DATABASES = "/api/v3/configure/database";
    private static final String VALUE = "{\"name\":\"" + Influx3.FIELD + "\",\"type\":\"float64\"}";

    /** What is told of runs, of which some tags may be missing in the first point. */
    private static final Map<String, List<String>> META = Map.of(
            "tsv_parser_run",
            List.of("status"),
            "tsv_parser_file",
            List.of("bucket", "campaign", "device_master_sn", "file_name", "status"));

    private final InfluxClient client;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Influx3Tables(InfluxClient client) {
        this.client = client;
    }

    /** The table of the means of a level. */
    static String table(Window window) {
        return LineProtocol.MEASUREMENT + "_" + window.level();
    }

    /** Makes a database with the tables of points and means. */
    void ensure(String database) throws IOException, InfluxRefusedException {
        if (!known.contains(database)) {
            database(database);
            table(database, LineProtocol.MEASUREMENT, LineProtocol.TAGS, VALUE);
            for (Window window : Window.values()) {
                table(database, table(window), LineProtocol.TAGS, VALUE);
            }
            known.add(database);
        }
    }

    /** Makes a database with the tables of what is told of runs. */
    void ensureMeta(String database) throws IOException, InfluxRefusedException {
        if (!known.contains(database)) {
            database(database);
            for (Map.Entry<String, List<String>> table : META.entrySet()) {
                table(database, table.getKey(), table.getValue(), "");
            }
            known.add(database);
        }
    }

    private void database(String name) throws IOException, InfluxRefusedException {
        if (!databases().contains(name)) {
            make(
                    DATABASES,
                    "the database " + name,
                    new JsonObject().with("db", name).text());
        }
    }

    void forget(String database) {
        known.remove(database);
    }

    /** The names of all databases. */
    Set<String> databases() throws IOException, InfluxRefusedException {
        InfluxClient.Answer answer = client.send(
                "Asking for databases",
                client.request(DATABASES, Map.of("format", "json")).GET().build());
        if (!answer.isGood() || !(Json.read(answer.body()) instanceof List<?> rows)) {
            throw new InfluxRefusedException(
                    answer.status(), "the server does not list its databases: " + InfluxClient.words(answer));
        }
        Set<String> names = new HashSet<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> columns) {
                columns.values().forEach(value -> names.add(String.valueOf(value)));
            }
        }
        return names;
    }

    private void table(String database, String table, List<String> tags, String field)
            throws IOException, InfluxRefusedException {
        String head = new JsonObject().with("db", database).with("table", table).text();
        String columns = tags.stream()
                .map(tag -> '"' + tag + '"')
                .collect(Collectors.joining(",", ",\"tags\":[", "],\"fields\":[" + field + "]}"));
        make(
                "/api/v3/configure/table",
                "the table " + table + " in " + database,
                head.substring(0, head.length() - 1) + columns);
    }

    private void make(String path, String what, String json) throws IOException, InfluxRefusedException {
        InfluxClient.Answer answer = client.send(
                "Making " + what,
                client.request(path, Map.of())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
        boolean there = answer.status() == 409;
        if (!answer.isGood() && !there) {
            throw new InfluxRefusedException(answer.status(), what + " cannot be made: " + InfluxClient.words(answer));
        }
    }
}
