package org.atelier.measurements.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.atelier.measurements.format.ExampleMaker.Row;
import org.jspecify.annotations.Nullable;

/** Reckons, from rows that a test wrote, what a reading of them must give. */
record ExampleKnown(List<String> ids, List<Row> rows, int blanks) {

    Map<String, Object> figures(@Nullable Row dropped) {
        List<Row> used = rows.stream().filter(row -> row.epochSecond() != null).toList();
        List<Long> times = used.stream().map(Row::epochSecond).toList();
        Map<String, Object> known = new HashMap<>();
        known.put("data_lines", rows.size());
        known.put("blank_lines", blanks);
        known.put("accepted_rows", used.size());
        known.put("rejected_rows", rows.size() - used.size());
        known.put("rejected", rejected());
        known.put("truncated_last_line", dropped == null ? null : line(dropped));
        known.put(
                "long_rows",
                used.stream().filter(row -> row.cells().size() > ids.size()).count());
        known.put(
                "all_zero_marker_rows",
                used.stream().filter(ExampleKnown::isMarker).count());
        known.put("cells", cells(used));
        known.put("bad_cells", Collections.nCopies((int) count(used, ExampleKnown::isBad), "bad"));
        known.put("points", count(used, ExampleKnown::isNumber));
        known.put(
                "first_timestamp", Instant.ofEpochSecond(Collections.min(times)).toString());
        known.put(
                "last_timestamp", Instant.ofEpochSecond(Collections.max(times)).toString());
        known.put("first_epoch_s", Collections.min(times));
        known.put("last_epoch_s", Collections.max(times));
        known.put("per_channel", channels(used));
        return known;
    }

    private List<Map<String, Object>> rejected() {
        return rows.stream()
                .filter(row -> row.epochSecond() == null)
                .map(ExampleKnown::line)
                .toList();
    }

    private static Map<String, Object> line(Row row) {
        return Map.of("line", row.line(), "reason", "INVALID_TIMESTAMP", "text", row.text());
    }

    private Map<String, Object> cells(List<Row> used) {
        long absent = used.stream()
                .mapToLong(row -> Math.max(0, ids.size() - row.cells().size()))
                .sum();
        return Map.of(
                "numeric", count(used, ExampleKnown::isNumber),
                "empty", count(used, String::isEmpty),
                "absent", absent,
                "non_numeric", count(used, ExampleKnown::isBad));
    }

    private long count(List<Row> used, Predicate<String> kind) {
        return used.stream()
                .flatMap(row -> row.cells().stream().limit(ids.size()))
                .filter(kind)
                .count();
    }

    private Map<String, Object> channels(List<Row> used) {
        Map<String, Object> channels = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            channels.put(ids.get(i), channel(used, i));
        }
        return channels;
    }

    private static Map<String, Object> channel(List<Row> used, int column) {
        List<BigDecimal> values = new ArrayList<>();
        Map<Long, BigDecimal> stored = new HashMap<>();
        for (Row row : used) {
            if (column < row.cells().size() && isNumber(row.cells().get(column))) {
                BigDecimal value = new BigDecimal(row.cells().get(column));
                values.add(value);
                stored.put(Objects.requireNonNull(row.epochSecond()), value);
            }
        }
        return Map.of(
                "points", values.size(),
                "sum", sum(values),
                "min", Collections.min(values).toString(),
                "max", Collections.max(values).toString(),
                "stored_points", stored.size(),
                "stored_sum", sum(stored.values()));
    }

    private static String sum(Iterable<BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            sum = sum.add(value);
        }
        return sum.toString();
    }

    private static boolean isMarker(Row row) {
        return row.cells().stream().allMatch("0"::equals);
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?[0-9]+\\.?[0-9]*");
    }

    private static boolean isBad(String cell) {
        return !cell.isEmpty() && !isNumber(cell);
    }
}
