package org.atelier.measurements.influx;

import java.io.IOException;
import java.util.Map;
import org.atelier.measurements.influx.InfluxSettings.Dialect;
import org.atelier.settings.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what a server speaks. */
final class FindServer {

    private static final Logger LOG = LoggerFactory.getLogger(FindServer.class);

    private FindServer() {}

    /**
     * Asks whether the server is there, and what it is unless the settings say so.
     *
     * @throws org.atelier.transfer.UnreachableException when it does not answer
     * @throws ConfigurationException when it needs settings that are missing
     */
    static ServerKind kind(InfluxClient client, InfluxSettings settings) throws IOException {
        Dialect asked = asked(client);
        Dialect dialect = settings.dialect() == Dialect.AUTO ? asked : settings.dialect();
        LOG.info("InfluxDB at {}: {}", client.shown(), dialect);
        return switch (dialect) {
            case INFLUXDB2 -> {
                require(settings);
                yield new Influx2(client, settings.org());
            }
            case INFLUXDB3 -> new Influx3(client);
            case LINE_PROTOCOL, AUTO -> new LinesOnly(client, settings.org());
        };
    }

    /** InfluxDB 2 says its version at `/health`, InfluxDB 3 at `/ping`, others say nothing that we know. */
    private static Dialect asked(InfluxClient client) throws IOException {
        InfluxClient.Answer health = client.send(
                "Asking InfluxDB for its health",
                client.request("/health", Map.of()).GET().build());
        if (health.isGood()
                && health.body().contains("\"influxdb\"")
                && version(health).matches("v?2\\..*")) {
            return Dialect.INFLUXDB2;
        }
        InfluxClient.Answer ping = client.send(
                "Pinging InfluxDB", client.request("/ping", Map.of()).GET().build());
        return ping.isGood() && version(ping).startsWith("3.") ? Dialect.INFLUXDB3 : Dialect.LINE_PROTOCOL;
    }

    private static String version(InfluxClient.Answer answer) {
        return Json.read(answer.body()) instanceof Map<?, ?> said && said.get("version") instanceof String version
                ? version
                : "";
    }

    /**
     * Refuses settings without what InfluxDB 2 needs.
     *
     * @throws ConfigurationException saying what to set
     */
    static void require(InfluxSettings settings) {
        if (settings.token() == null || settings.org().isEmpty()) {
            throw new ConfigurationException("InfluxDB 2 wants a token and an organisation: set"
                    + " atelier.measurements.influx.token and atelier.measurements.influx.org, or"
                    + " atelier.measurements.influx.dialect to line-protocol for a server that has neither");
        }
    }
}
