package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atelier.measurements.format.ReadFile.Point;
import org.atelier.measurements.format.ReadFile.Rejected;

/** What is known of an example file under one policy for its last line. */
record ExampleFigures(Map<String, Object> known) {

    void matches(ReadFile read) {
        rows(read.reading().rows());
        rejects(read);
        stamps(read);
        Map<String, Object> channels = Example.object(known, "per_channel");
        assertThat(read.ids()).containsExactlyElementsOf(channels.keySet());
        for (int i = 0; i < read.channels().size(); i++) {
            channel(Example.object(channels, read.ids().get(i)), read, i);
        }
    }

    private void rows(RowCounts rows) {
        Map<String, Object> cells = Example.object(known, "cells");
        assertThat(rows.rows()).as("rows").isEqualTo(number(known, "data_lines"));
        assertThat(rows.blank()).as("blank").isEqualTo(number(known, "blank_lines"));
        assertThat(rows.usedRows()).as("used").isEqualTo(number(known, "accepted_rows"));
        assertThat(rows.invalidTimestamps()).as("bad stamps").isEqualTo(number(known, "rejected_rows"));
        assertThat(rows.longRows()).as("long").isEqualTo(number(known, "long_rows"));
        assertThat(rows.zeroMarkerRows()).as("markers").isEqualTo(number(known, "all_zero_marker_rows"));
        assertThat(rows.points()).as("points").isEqualTo(number(known, "points"));
        assertThat(rows.points()).as("numeric").isEqualTo(number(cells, "numeric"));
        assertThat(rows.missingValues()).as("missing").isEqualTo(number(cells, "empty") + number(cells, "absent"));
        assertThat(rows.invalidValues()).as("invalid").isEqualTo(number(cells, "non_numeric"));
        assertThat(rows.truncatedLines()).as("cut").isEqualTo(known.get("truncated_last_line") == null ? 0 : 1);
        assertThat(rows.lines())
                .as("all lines")
                .isEqualTo(rows.blank() + rows.structural() + rows.rows() + rows.truncatedLines());
    }

    private void rejects(ReadFile read) {
        List<Rejected> told = new ArrayList<>();
        for (Map<String, Object> row : Example.objects(known, "rejected")) {
            told.add(new Rejected(number(row, "line"), 0, 0, Example.text(row, "reason"), Example.text(row, "text")));
        }
        if (known.get("truncated_last_line") != null) {
            Map<String, Object> cut = Example.object(known, "truncated_last_line");
            told.add(new Rejected(number(cut, "line"), 0, 0, "TRUNCATED_LINE", Example.text(cut, "text")));
        }
        assertThat(read.rejects().stream().filter(one -> one.column() == 0))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("offset")
                .containsExactlyElementsOf(told);
        assertThat(read.rejects().stream().filter(one -> one.column() > 0))
                .hasSize(Example.list(known, "bad_cells").size());
    }

    private void stamps(ReadFile read) {
        FileReading reading = read.reading();
        assertThat(reading.first()).isEqualTo(Instant.parse((String) known.get("first_timestamp")));
        assertThat(reading.last()).isEqualTo(Instant.parse((String) known.get("last_timestamp")));
        assertThat(read.points()).hasSize((int) number(known, "points"));
        var times = read.points().stream().map(Point::epochSecond).toList();
        assertThat(times.stream().min(Long::compare)).contains(number(known, "first_epoch_s"));
        assertThat(times.stream().max(Long::compare)).contains(number(known, "last_epoch_s"));
    }

    /** Values as the file writes them: the shortest text of a double is that text. */
    private static void channel(Map<String, Object> expected, ReadFile read, int channel) {
        List<Point> points = read.points().stream()
                .filter(point -> point.channel() == channel)
                .toList();
        Map<Long, Double> stored = new LinkedHashMap<>();
        points.forEach(point -> stored.put(point.epochSecond(), point.value()));
        List<Double> values = points.stream().map(Point::value).toList();
        ChannelFigures figures = read.reading().channels().get(channel);
        BigDecimal sum = sum(values);
        assertThat(figures.points()).isEqualTo(number(expected, "points")).isEqualTo(points.size());
        assertThat(sum).isEqualByComparingTo((String) expected.get("sum"));
        assertThat(BigDecimal.valueOf(figures.min())).isEqualByComparingTo((String) expected.get("min"));
        assertThat(BigDecimal.valueOf(figures.max())).isEqualByComparingTo((String) expected.get("max"));
        assertThat(figures.mean()).isCloseTo(sum.doubleValue() / points.size(), within(1e-9));
        assertThat(stored).hasSize((int) number(expected, "stored_points"));
        assertThat(sum(stored.values())).isEqualByComparingTo((String) expected.get("stored_sum"));
    }

    private static BigDecimal sum(Iterable<Double> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(BigDecimal.valueOf(value));
        }
        return sum;
    }

    private static long number(Map<String, Object> in, String member) {
        return ((Number) Objects.requireNonNull(in.get(member), member)).longValue();
    }
}
