package org.atelier.benchmarks.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects measurements and prints them as a table in Markdown: the median of each, and its range. One thread. */
final class Report {

    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final String reference;

    /** @param reference the label that the others are compared with */
    Report(String reference) {
        this.reference = reference;
    }

    /**
     * Adds a measurement.
     *
     * @param units lines or orders it went through; zero when that says nothing
     * @param bytes bytes it read; zero when that says nothing
     */
    void add(String label, Measured measured, long units, long bytes) {
        subjects.computeIfAbsent(label, missing -> new Subject(units, bytes, new ArrayList<>()))
                .runs()
                .add(measured);
    }

    /** The median time of a label, in seconds. */
    double median(String label) {
        Subject subject = subjects.get(label);
        if (subject == null) {
            throw new IllegalArgumentException("nothing was measured of " + label);
        }
        double[] sorted = seconds(subject);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The table. */
    String markdown() {
        StringBuilder text = new StringBuilder("""
                | what | seconds, median [min-max] | units/s | MiB/s | CPU s | peak MiB | times the reference |
                |---|---|---|---|---|---|---|
                """);
        subjects.forEach((label, subject) -> text.append(row(label, subject)));
        return text.toString();
    }

    private String row(String label, Subject subject) {
        double[] sorted = seconds(subject);
        double median = median(label);
        Measured first = subject.runs().get(0);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f [%.2f-%.2f] | %s | %s | %s | %s | %.2f |%n",
                label,
                median,
                sorted[0],
                sorted[sorted.length - 1],
                subject.units() == 0 ? "" : String.format(Locale.ROOT, "%,.0f", subject.units() / median),
                subject.bytes() == 0 ? "" : String.format(Locale.ROOT, "%.1f", subject.bytes() / median / (1 << 20)),
                first.cpu().equals(Duration.ZERO)
                        ? ""
                        : String.format(Locale.ROOT, "%.1f", first.cpu().toMillis() / 1000.0),
                first.peakBytes() == 0 ? "" : Long.toString(peak(subject) >> 20),
                median / median(reference));
    }

    private static long peak(Subject subject) {
        return subject.runs().stream().mapToLong(Measured::peakBytes).max().orElse(0);
    }

    private static double[] seconds(Subject subject) {
        return subject.runs().stream().mapToDouble(Measured::seconds).sorted().toArray();
    }

    private record Subject(long units, long bytes, List<Measured> runs) {}
}
