package org.atelier.measurements.format;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** Writes one example file and what is known of it, as its rows are added. */
final class ExampleMaker {

    record Shape(String name, String text, Example expected) {}

    /**
     * A row.
     *
     * @param epochSecond null when the stamp is none
     */
    record Row(int line, @Nullable Long epochSecond, String text, List<String> cells) {}

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MM/uu HH:mm:ss", Locale.ROOT);

    private final String name;
    private final Random random = new Random(16);
    private final List<String> lines = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private String[] serials = {};
    private String[] titles = {};
    private String marker = "MV_T302_V002";
    private @Nullable String json;
    private String subtype = "";
    private List<String> labels = List.of();
    private String lineEnd = "\n";
    private @Nullable Boolean end;
    private @Nullable Row cut;
    private int blanks;
    private long time = LocalDateTime.of(2026, 1, 5, 10, 0).toEpochSecond(ZoneOffset.UTC);

    ExampleMaker(String name) {
        this.name = name;
    }

    ExampleMaker serials(String cells) {
        serials = cells.split("\t", -1);
        return this;
    }

    ExampleMaker titles(String cells) {
        titles = cells.split("\t", -1);
        return this;
    }

    ExampleMaker marker(String text) {
        marker = text;
        return this;
    }

    ExampleMaker master(String type, List<String> labelsOfColumns) {
        subtype = type;
        labels = labelsOfColumns;
        return this;
    }

    ExampleMaker block(String text) {
        json = text;
        return this;
    }

    ExampleMaker crlf() {
        lineEnd = "\r\n";
        return this;
    }

    ExampleMaker end(boolean there) {
        end = there;
        return this;
    }

    ExampleMaker rows(int count) {
        for (int i = 0; i < count; i++) {
            time += 600;
            row(stamp(time), time, values(columns()));
        }
        return this;
    }

    ExampleMaker stamp(String stamp, long epochSecond) {
        return row(stamp, epochSecond, values(columns()));
    }

    /** So many seconds behind the row before. */
    ExampleMaker zeros(int seconds) {
        return row(stamp(time + seconds), time + seconds, Collections.nCopies(columns(), "0"));
    }

    ExampleMaker badStamp(String stamp) {
        return row(stamp, null, values(columns()));
    }

    ExampleMaker badCells() {
        time += 600;
        return row(stamp(time), time, List.of("1,5", "", "NA", "1_000", "-3.25", "-0.0"));
    }

    ExampleMaker shortRow() {
        time += 600;
        return row(stamp(time), time, values(2));
    }

    ExampleMaker longRow() {
        time += 600;
        return row(stamp(time), time, values(columns() + 2));
    }

    ExampleMaker blank() {
        blanks++;
        lines.add(" \t");
        return this;
    }

    /** Ends the file without a line feed. */
    ExampleMaker cut(String text) {
        String[] cells = text.split("\t", -1);
        Long epochSecond =
                cells.length == 1 ? null : LocalDateTime.parse(cells[0], STAMP).toEpochSecond(ZoneOffset.UTC);
        cut = new Row(line(), epochSecond, text, List.of(cells).subList(1, cells.length));
        end = json == null ? null : Boolean.FALSE;
        return this;
    }

    Shape shape() {
        Map<String, Object> known = new HashMap<>();
        known.put("outcome", "parsed");
        known.put("structure", json == null ? "plain" : "header_block");
        known.put("format_marker", marker);
        known.put("end_data_present", end);
        known.put("header_meta", json == null ? null : new Yaml().load(json));
        known.put(
                "channels",
                IntStream.range(0, columns()).mapToObj(this::channel).toList());
        List<Row> all = new ArrayList<>(rows);
        known.put("strict", new ExampleKnown(ids(), rows, blanks).figures(cut));
        if (cut != null) {
            all.add(cut);
        }
        known.put("compat", new ExampleKnown(ids(), all, blanks).figures(null));
        return new Shape(name, text(), new Example(known));
    }

    Shape refused(String code) {
        return new Shape(name, text(), new Example(Map.of("outcome", "error", "error_code", code)));
    }

    private String text() {
        List<String> all = new ArrayList<>(top());
        all.addAll(lines);
        if (Boolean.TRUE.equals(end)) {
            all.add("END_DATA");
        }
        return String.join(lineEnd, all) + lineEnd + (cut == null ? "" : cut.text());
    }

    private List<String> top() {
        List<String> top =
                new ArrayList<>(json == null ? List.of() : List.of("START_HEADER", json, "END_HEADER", "START_DATA"));
        top.add(String.join("\t", serials));
        top.add(marker + "\t" + String.join("\t", titles));
        return top;
    }

    private ExampleMaker row(String stamp, @Nullable Long epochSecond, List<String> cells) {
        String text = stamp + "\t" + String.join("\t", cells);
        rows.add(new Row(line(), epochSecond, text, cells));
        lines.add(text);
        return this;
    }

    private int line() {
        return top().size() + lines.size() + 1;
    }

    private int columns() {
        return serials.length - 1;
    }

    private List<String> values(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "%.2f", random.nextInt(60_000) / 100.0 - 100))
                .toList();
    }

    private static String stamp(long epochSecond) {
        return LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC).format(STAMP);
    }

    private List<String> ids() {
        return IntStream.range(0, columns()).mapToObj(this::id).toList();
    }

    private String id(int i) {
        String slave = isMaster(i) ? "" : "S" + serials[i + 1] + "_";
        return "M" + serials[0] + "_" + slave + labels.get(i);
    }

    private boolean isMaster(int i) {
        return serials[i + 1].equals(serials[0]);
    }

    private Map<String, Object> channel(int i) {
        String[] words = titles[i].split(" (?=[^ ]*$)", -1);
        String unit = words.length == 1 ? "" : words[1];
        Map<String, Object> channel = new HashMap<>();
        channel.put("column", i + 1);
        channel.put("channel_id", id(i));
        channel.put("field", id(i) + "_" + unit);
        channel.put("unit", unit);
        channel.put("channel_label", labels.get(i));
        channel.put("channel_name", words[0]);
        channel.put("device_type", isMaster(i) ? "master" : "slave");
        channel.put("device_subtype", isMaster(i) ? subtype : null);
        channel.put("device_master_sn", serials[0]);
        channel.put("device_sn", serials[i + 1]);
        return channel;
    }
}
