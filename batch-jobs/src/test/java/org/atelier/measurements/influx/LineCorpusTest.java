package org.atelier.measurements.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.atelier.fixtures.influx.LineParser;
import org.atelier.fixtures.influx.LinePoint;
import org.atelier.fixtures.influx.LineSyntaxException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Decides InfluxData's corpus as it says; by {@code -Datelier.corpus=FILE}. */
@EnabledIfSystemProperty(named = "atelier.corpus", matches = ".+")
class LineCorpusTest {

    @Test
    void every_text_is_decided_as_the_corpus_decides_it() throws Exception {
        Map<String, Object> corpus = corpus();
        List<String> wrong = new ArrayList<>();
        int decided = 0;
        for (Object each : map(corpus.get("decode")).values()) {
            Map<String, Object> input = map(map(each).get("input"));
            Map<String, Object> output = map(map(each).get("output"));
            Object text = input.get("text");
            byte[] bytes = text instanceof String string
                    ? string.getBytes(UTF_8)
                    : Base64.getDecoder().decode(String.valueOf(map(text).get("binary")));
            String said = decide(bytes);
            boolean right = output.containsKey("error") == said.startsWith("error");
            if (!right) {
                wrong.add(text + " -> " + said + ", not " + output);
            }
            decided++;
        }
        assertThat(wrong).as("%d decided", decided).isEmpty();
        assertThat(decided).isEqualTo(6_615);
    }

    /** Floats in Java's words, not in Go's; what we never write (truth, unsigned numbers) is taken as it stands. */
    @Test
    void every_point_is_written_as_the_corpus_writes_it_or_refused_where_no_line_can_hold_it() throws Exception {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        Map<String, Object> cases = map(corpus().get("encode"));
        for (Object each : cases.values()) {
            Map<String, Object> point = map(map(map(each).get("input")).get("point"));
            Object result = map(map(each).get("output")).get("result");
            String expected = result == null ? "an error" : text(result);
            try {
                String written = written(point);
                boolean right = result == null ? leftOut(written, point) : same(written, expected);
                if (!right) {
                    wrong.add(written + " <- not " + expected);
                }
            } catch (UnwritableNameException e) {
                refused++;
                if (holds(expected, point)) {
                    wrong.add("refused <- not " + expected);
                }
            }
        }
        assertThat(wrong)
                .as("%d cases, %d of them refused", cases.size(), refused)
                .isEmpty();
        assertThat(cases).hasSize(115);
    }

    private static String written(Map<String, Object> point) throws UnwritableNameException {
        Map<String, String> tags = new TreeMap<>();
        for (Object tag : list(point.get("tags"))) {
            tags.put(text(map(tag).get("key")), text(map(tag).get("value")));
        }
        StringJoiner fields = new StringJoiner(",", LineProtocol.head(text(point.get("name")), tags) + " ", "");
        for (Object field : list(point.get("fields"))) {
            fields.add(LineProtocol.escaped(text(map(field).get("key"))) + "="
                    + value(map(map(field).get("value"))));
        }
        return fields + " " + point.get("time");
    }

    private static String value(Map<String, Object> typed) {
        Object value = typed.values().iterator().next();
        return switch (typed.keySet().iterator().next()) {
            case "float" -> number(Double.parseDouble(String.valueOf(value)));
            case "int" -> value + "i";
            case "string" -> LineProtocol.quoted(text(value));
            case "uint" -> value + "u";
            default -> String.valueOf(value);
        };
    }

    private static String number(double value) {
        LineBuffer buffer = new LineBuffer();
        buffer.append(value);
        return new String(buffer.bytes(), 0, buffer.length(), UTF_8);
    }

    /** The same text up to the first field, and the same values. */
    private static boolean same(String written, String expected) throws LineSyntaxException {
        LinePoint ours = Objects.requireNonNull(new LineParser(written.getBytes(UTF_8)).next());
        LinePoint theirs = Objects.requireNonNull(new LineParser(expected.getBytes(UTF_8)).next());
        String head = written.substring(0, written.indexOf(' '));
        return expected.startsWith(head) && ours.equals(theirs);
    }

    /** A tag without a value is refused by the corpus; we leave it out (4.2). */
    private static boolean leftOut(String written, Map<String, Object> point) throws LineSyntaxException {
        Map<String, String> tags = Objects.requireNonNull(new LineParser(written.getBytes(UTF_8)).next())
                .tags();
        return list(point.get("tags")).stream()
                .filter(tag -> text(map(tag).get("value")).isEmpty())
                .anyMatch(tag -> !tags.containsKey(text(map(tag).get("key"))));
    }

    /** Whether a line gives the point back. */
    private static boolean holds(String line, Map<String, Object> point) {
        try {
            LinePoint read = Objects.requireNonNull(new LineParser(line.getBytes(UTF_8)).next());
            Map<String, String> tags = new TreeMap<>();
            for (Object tag : list(point.get("tags"))) {
                tags.put(text(map(tag).get("key")), text(map(tag).get("value")));
            }
            return read.measurement().equals(text(point.get("name")))
                    && read.tags().equals(tags);
        } catch (LineSyntaxException e) {
            return false;
        }
    }

    private static List<?> list(@Nullable Object json) {
        return (List<?>) Objects.requireNonNull(json);
    }

    private static String text(@Nullable Object json) {
        return json instanceof String string
                ? string
                : new String(Base64.getDecoder().decode(String.valueOf(map(json).get("binary"))), UTF_8);
    }

    private static Map<String, Object> corpus() throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(Path.of(System.getProperty("atelier.corpus", ""))))) {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            return new Yaml(options).load(new String(in.readAllBytes(), UTF_8).replace("\u007F", "\\u007f"));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object json) {
        return (Map<String, Object>) Objects.requireNonNull(json);
    }

    private static String decide(byte[] text) {
        LineParser parser = new LineParser(text);
        List<LinePoint> points = new ArrayList<>();
        try {
            LinePoint point = parser.next();
            while (point != null) {
                points.add(point);
                point = parser.next();
            }
            return points.toString();
        } catch (LineSyntaxException e) {
            return "error " + e.getMessage();
        }
    }
}
