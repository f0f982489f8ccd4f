package org.atelier.benchmarks.micro;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.atelier.measurements.format.MeasurementFile;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.atelier.measurements.point.ReadingRules;
import org.atelier.measurements.point.ReadingRules.LastLine;
import org.atelier.measurements.point.ReadingRules.ZeroMarkers;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bytes of a measuring box's file to points; an operation is a cell. */
@State(Scope.Benchmark)
public class MeasurementParsing {

    private static final int ROWS = 10_000;
    private static final int COLUMNS = 12;

    private final byte[] file = file();

    /** As files with a header block are read. */
    @Benchmark
    @OperationsPerInvocation(ROWS * COLUMNS)
    public double inUtc() throws IOException {
        return read(null);
    }

    /** As plain files are read where a zone is set for them. */
    @Benchmark
    @OperationsPerInvocation(ROWS * COLUMNS)
    public double inZone() throws IOException {
        return read(ZoneId.of("Europe/Paris"));
    }

    private double read(@Nullable ZoneId zone) throws IOException {
        Sum sum = new Sum();
        MeasurementFile.read(
                new ByteArrayInputStream(file),
                new ReadingRules(LastLine.STRICT, ZeroMarkers.STORE, zone),
                sum,
                (line, offset, column, reason, text) -> {
                    throw new IllegalStateException(reason + " in line " + line);
                });
        return sum.sum;
    }

    private static byte[] file() {
        Random random = new Random(16);
        DateTimeFormatter stamp = DateTimeFormatter.ofPattern("dd/MM/uu HH:mm:ss", Locale.ROOT);
        LocalDateTime time = LocalDateTime.of(2026, 1, 1, 0, 0);
        StringBuilder text = new StringBuilder("02009001").append("\t02009001".repeat(COLUMNS));
        text.append("\nMV_T302_V002").append("\tVoie W".repeat(COLUMNS)).append('\n');
        for (int row = 0; row < ROWS; row++) {
            text.append(time.plusMinutes(10L * row).format(stamp));
            for (int column = 0; column < COLUMNS; column++) {
                text.append(String.format(Locale.ROOT, "\t%.2f", random.nextDouble() * 400 - 50));
            }
            text.append('\n');
        }
        return text.toString().getBytes(US_ASCII);
    }

    /** Adds the values up. */
    private static final class Sum implements PointConsumer {

        private double sum;

        @Override
        public void channels(List<Channel> channels) {
            sum = 0;
        }

        @Override
        public void point(int channel, long epochSecond, double value) {
            sum += value;
        }
    }
}
