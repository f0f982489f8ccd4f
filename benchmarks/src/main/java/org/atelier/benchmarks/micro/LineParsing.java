package org.atelier.benchmarks.micro;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.line.LogFileReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bytes to lines; an operation is a line. */
@State(Scope.Benchmark)
public class LineParsing {

    private final byte[] file = Day.bytes();
    private final EventDecoders none = EventDecoders.of(List.of());
    private final EventDecoders all = EventDecoders.load();

    /** Every event is counted, none kept: allocates a window for the file and nothing for a line. */
    @Benchmark
    @OperationsPerInvocation(Day.LINES)
    public long counted() throws IOException {
        return read(none);
    }

    /** The events that sessions are made of are decoded, as in a run. */
    @Benchmark
    @OperationsPerInvocation(Day.LINES)
    public long decoded() throws IOException {
        return read(all);
    }

    private long read(EventDecoders decoders) throws IOException {
        long sum = 0;
        long lines = 0;
        try (LogFileReader reader = new LogFileReader(new ByteArrayInputStream(file), Day.ALL_TIMES, decoders)) {
            while (reader.next()) {
                sum += reader.localSecond();
                lines++;
            }
        }
        if (lines != Day.LINES) {
            throw new IllegalStateException(lines + " lines in place of " + Day.LINES);
        }
        return sum;
    }
}
