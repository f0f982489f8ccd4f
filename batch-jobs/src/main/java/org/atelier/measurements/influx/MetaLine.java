package org.atelier.measurements.influx;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A point of the meta bucket, field by field: whole numbers are InfluxDB integers. Not thread-safe. */
public final class MetaLine {

    private final String measurement;
    private final TreeMap<String, String> tags = new TreeMap<>();
    private final StringJoiner fields = new StringJoiner(",");

    private MetaLine(String measurement) {
        this.measurement = measurement;
    }

    /** Of a measurement. */
    public static MetaLine of(String measurement) {
        return new MetaLine(measurement);
    }

    /** With a tag; none when it is null or empty. Characters that line protocol has no way to write become spaces. */
    public MetaLine tag(String key, @Nullable String value) {
        String plain = value == null ? "" : value.replaceAll("\\p{Cntrl}", " ").replaceFirst("\\\\+$", "");
        if (!plain.isBlank()) {
            tags.put(key, plain);
        }
        return this;
    }

    /** With a whole number. */
    public MetaLine field(String key, long value) {
        fields.add(key + "=" + value + "i");
        return this;
    }

    /** With a finite number. */
    public MetaLine field(String key, double value) {
        fields.add(key + "=" + String.format(Locale.ROOT, "%.3f", value));
        return this;
    }

    /** With a text. */
    public MetaLine field(String key, String value) {
        fields.add(key + "=" + LineProtocol.quoted(value.replaceAll("\\p{Cntrl}", " ")));
        return this;
    }

    /** The line, at a time in seconds since 1970. */
    String line(long epochSecond) throws UnwritableNameException {
        return LineProtocol.head(measurement, tags) + " " + fields + " " + epochSecond;
    }
}
