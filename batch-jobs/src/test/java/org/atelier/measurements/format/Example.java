package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atelier.measurements.point.Channel;
import org.yaml.snakeyaml.Yaml;

/**
 * What is known of an example file, in the members of an {@code expected.json}.
 *
 * @param known of one file
 */
record Example(Map<String, Object> known) {

    static Example in(Map<String, Object> all, String name) {
        return new Example(object(all, name));
    }

    boolean isRefused() {
        return text(known, "outcome").equals("error");
    }

    String refusal() {
        return text(known, "error_code");
    }

    ExampleFigures lenient() {
        return new ExampleFigures(object(known, "compat"));
    }

    ExampleFigures strict() {
        boolean same = known.get("strict") instanceof String;
        return new ExampleFigures(object(known, same ? "compat" : "strict"));
    }

    void matchesHeader(ReadFile read) {
        FileReading reading = read.reading();
        assertThat(reading.structure()).isEqualTo(text(known, "structure").replace('_', '-'));
        assertThat(reading.marker()).isEqualTo(known.get("format_marker"));
        assertThat(reading.endMarker()).isEqualTo(Boolean.TRUE.equals(known.get("end_data_present")));
        Object meta = reading.headerMeta() == null ? null : new Yaml().load(reading.headerMeta());
        assertThat(meta).isEqualTo(known.get("header_meta"));
        assertThat(read.channels().stream().map(Example::told).toList()).isEqualTo(known.get("channels"));
        assertThat(reading.channels().stream().map(ChannelFigures::channel).toList())
                .isEqualTo(read.channels());
    }

    private static Map<String, Object> told(Channel channel) {
        Map<String, Object> told = new HashMap<>();
        told.put("column", channel.column());
        told.put("channel_id", channel.id());
        told.put("field", channel.field());
        told.put("unit", channel.unit());
        told.put("channel_label", channel.label());
        told.put("channel_name", channel.name());
        told.put("device_type", channel.deviceType());
        told.put("device_subtype", channel.subtype());
        told.put("device_master_sn", channel.masterSerial());
        told.put("device_sn", channel.serial());
        return told;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> in, String member) {
        return (Map<String, Object>) Objects.requireNonNull(in.get(member), member);
    }

    static String text(Map<String, Object> in, String member) {
        return (String) Objects.requireNonNull(in.get(member), member);
    }

    static List<?> list(Map<String, Object> in, String member) {
        return (List<?>) Objects.requireNonNull(in.get(member), member);
    }

    static List<Map<String, Object>> objects(Map<String, Object> in, String member) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Object one : list(in, member)) {
            objects.add(object(Map.of("one", one), "one"));
        }
        return objects;
    }
}
