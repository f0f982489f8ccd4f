package org.atelier.measurements.influx;

import java.net.URI;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Where points are sent. Holds a secret, which never shows itself.
 *
 * @param url of the server, without the path of its API; null when none is named
 * @param token that may look buckets up, make them and write; null for servers that want none
 * @param org the organisation; empty for servers that have none
 * @param dialect what the server speaks
 * @param metaBucket where what became of runs is written
 */
public record InfluxSettings(
        @Nullable URI url, @Nullable Secret token, String org, Dialect dialect, String metaBucket) {

    /** Names no server. */
    public static final InfluxSettings NONE = new InfluxSettings(null, null, "", Dialect.AUTO, "powerview_meta");

    /** What a server speaks. */
    public enum Dialect {
        /** Asked for at the start of a run. */
        AUTO,
        /** InfluxDB 2: buckets are looked up and made. */
        INFLUXDB2,
        /** InfluxDB 3: databases and tables are looked up and made. */
        INFLUXDB3,
        /** Line protocol alone, at {@code /api/v2/write}: VictoriaMetrics, QuestDB, Telegraf. */
        LINE_PROTOCOL
    }
}
