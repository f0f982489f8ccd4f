package org.atelier.benchmarks.micro;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.atelier.bulk.CopyRows;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Values to the bytes of a binary COPY; an operation is a row. */
@State(Scope.Benchmark)
public class CopyEncoding {

    private static final int ROWS = 30_000;
    private static final long SECOND = 1_000_000;

    private final Path spill = Path.of(System.getProperty("java.io.tmpdir"));
    private final BigDecimal length = new BigDecimal("5.5");

    /** Rows of {@code piece_production}. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long pieces() throws IOException {
        try (CopyRows rows = new CopyRows(spill)) {
            for (int i = 0; i < ROWS; i++) {
                rows.row(4).bigint(7).integer(i).timestamp(i * SECOND).text("Stuk 4711");
            }
            rows.writeTo(OutputStream.nullOutputStream());
            return rows.rows();
        }
    }

    /** Rows of {@code periode_attente}. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long waits() throws IOException {
        try (CopyRows rows = new CopyRows(spill)) {
            for (int i = 0; i < ROWS; i++) {
                rows.row(4)
                        .bigint(7)
                        .timestamp(i * SECOND)
                        .timestamp(i * SECOND + 1)
                        .numeric(length);
            }
            rows.writeTo(OutputStream.nullOutputStream());
            return rows.rows();
        }
    }
}
