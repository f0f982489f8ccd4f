package org.atelier.measurements.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.atelier.measurements.point.Channel;

/**
 * Writes what comes before a value. Source of the rules: InfluxData, "Line protocol" (InfluxDB 2), and its corpus of
 * examples: commas, equals signs and blanks get a backslash in tags and fields; a backslash stands for itself.
 */
final class LineProtocol {

    /** What points are, all of them. */
    static final String MEASUREMENT = "electrical";

    /** The tags of a point, in order; one that is empty is left out. */
    static final List<String> TAGS = List.of(
            "campaign",
            "channel_id",
            "channel_label",
            "channel_name",
            "channel_unit",
            "device",
            "device_master_sn",
            "device_sn",
            "device_subtype",
            "device_type");

    private LineProtocol() {}

    /**
     * All of a line up to the value: the measurement, the tags in order, the field and its equals sign.
     *
     * @param field that the value is stored in
     * @throws UnwritableNameException when a name cannot be written
     */
    static byte[] prefix(String campaign, Channel channel, String field) throws UnwritableNameException {
        TreeMap<String, String> tags = new TreeMap<>();
        tags.put("campaign", campaign);
        tags.put("channel_id", channel.id());
        tags.put("channel_label", channel.label());
        tags.put("channel_name", channel.name());
        tags.put("channel_unit", channel.unit());
        tags.put("device", "MV2");
        tags.put("device_type", channel.deviceType());
        tags.put("device_subtype", channel.subtype() == null ? "" : channel.subtype());
        tags.put("device_master_sn", channel.masterSerial());
        tags.put("device_sn", channel.serial());
        return (head(MEASUREMENT, tags) + " " + escaped(field) + "=").getBytes(UTF_8);
    }

    /** The measurement and its tags; empty ones are left out. */
    static String head(String measurement, Map<String, String> tags) throws UnwritableNameException {
        StringBuilder line =
                new StringBuilder(checked(measurement).replace(",", "\\,").replace(" ", "\\ "));
        for (Map.Entry<String, String> tag : new TreeMap<>(tags).entrySet()) {
            if (!tag.getValue().isEmpty()) {
                line.append(',').append(escaped(tag.getKey())).append('=').append(escaped(tag.getValue()));
            }
        }
        return line.toString();
    }

    /** A tag's key or value, or a field's key. */
    static String escaped(String name) throws UnwritableNameException {
        return checked(name).replace(",", "\\,").replace("=", "\\=").replace(" ", "\\ ");
    }

    /** The value of a field of text. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String checked(String name) throws UnwritableNameException {
        if (name.isEmpty() || name.endsWith("\\") || name.chars().anyMatch(c -> c < ' ')) {
            throw new UnwritableNameException("'" + name.replaceAll("\\p{Cntrl}", "?")
                    + "' cannot be written to InfluxDB: it has a control character, or a backslash at its end");
        }
        return name;
    }
}
