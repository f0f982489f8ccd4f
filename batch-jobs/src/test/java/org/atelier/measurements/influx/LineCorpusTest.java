package org.atelier.measurements.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<String, Object> corpus;
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(Path.of(System.getProperty("atelier.corpus", ""))))) {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            corpus = new Yaml(options).load(new String(in.readAllBytes(), UTF_8).replace("\u007F", "\\u007f"));
        }
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
