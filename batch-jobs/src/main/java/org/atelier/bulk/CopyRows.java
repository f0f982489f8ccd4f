package org.atelier.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/**
 * Rows of one table in PostgreSQL's binary COPY format, encoded as they come and kept until they are sent.
 *
 * <p>A row is {@link #row(int)} followed by exactly that many values, in the order of the columns. What does not fit
 * into a few MiB of memory goes on in a temporary file. Numbers and times become no objects. Not thread-safe.
 *
 * <p>Format: PostgreSQL manual, "COPY", section "Binary Format". {@code timestamp} is the number of microseconds since
 * 2000-01-01.
 */
public final class CopyRows implements Closeable {

    private static final int IN_MEMORY = 4 * 1024 * 1024;

    /** Seconds from 1970-01-01 to 2000-01-01, in microseconds. */
    private static final long EPOCH_2000_MICROS = 946_684_800L * 1_000_000L;

    /** Days from 1970-01-01 to 2000-01-01. */
    private static final long EPOCH_2000_DAYS = 10_957;

    private final SpillBuffer buffer;
    private long rows;

    /** Of which many may be held at once: less of each is kept in memory. */
    public static CopyRows ofMany(Path spillDirectory) {
        return new CopyRows(Blocks.SIZE, spillDirectory);
    }

    /** @param spillDirectory where rows go that do not fit into memory */
    public CopyRows(Path spillDirectory) {
        this(IN_MEMORY, spillDirectory);
    }

    CopyRows(int inMemory, Path spillDirectory) {
        this.buffer = new SpillBuffer(inMemory, spillDirectory);
    }

    /** Begins a row of so many columns. */
    public CopyRows row(int columns) throws IOException {
        buffer.reserve(2);
        ByteConverter.int2(buffer.memory(), buffer.position(), columns);
        buffer.advance(2);
        rows++;
        return this;
    }

    /** A {@code bigint}. */
    public CopyRows bigint(long value) throws IOException {
        head(8);
        ByteConverter.int8(buffer.memory(), buffer.position(), value);
        buffer.advance(8);
        return this;
    }

    /** An {@code integer}. */
    public CopyRows integer(int value) throws IOException {
        head(4);
        ByteConverter.int4(buffer.memory(), buffer.position(), value);
        buffer.advance(4);
        return this;
    }

    /** A {@code timestamp} without zone, in microseconds since 1970-01-01T00:00 of the same wall clock. */
    public CopyRows timestamp(long localMicros) throws IOException {
        return bigint(localMicros - EPOCH_2000_MICROS);
    }

    /** A {@code timestamp} without zone that may be missing. */
    public CopyRows timestampOrNull(@Nullable Long localMicros) throws IOException {
        return localMicros == null ? nothing() : timestamp(localMicros.longValue());
    }

    /** A {@code timestamptz}, in seconds since 1970-01-01T00:00Z. */
    public CopyRows instant(long epochSecond) throws IOException {
        return timestamp(Math.multiplyExact(epochSecond, 1_000_000L));
    }

    /** A {@code double precision}. */
    public CopyRows float8(double value) throws IOException {
        return bigint(Double.doubleToRawLongBits(value));
    }

    /** A {@code date}. */
    public CopyRows date(LocalDate day) throws IOException {
        return integer(Math.toIntExact(day.toEpochDay() - EPOCH_2000_DAYS));
    }

    /** A {@code boolean}. */
    public CopyRows bool(boolean value) throws IOException {
        head(1);
        buffer.memory()[buffer.position()] = (byte) (value ? 1 : 0);
        buffer.advance(1);
        return this;
    }

    /** A {@code numeric}, with the scale it has. */
    public CopyRows numeric(BigDecimal value) throws IOException {
        return bytes(ByteConverter.numeric(value));
    }

    /** A {@code text} or {@code varchar}; must not contain U+0000. */
    public CopyRows text(@Nullable String value) throws IOException {
        return value == null ? nothing() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** SQL's {@code null}. */
    public CopyRows nothing() throws IOException {
        buffer.reserve(4);
        ByteConverter.int4(buffer.memory(), buffer.position(), -1);
        buffer.advance(4);
        return this;
    }

    /** How many rows were begun. */
    public long rows() {
        return rows;
    }

    /** Writes the rows' bytes, without COPY's header and trailer: the same rows always give the same bytes. */
    public void writeTo(OutputStream out) throws IOException {
        buffer.writeTo(out);
    }

    private CopyRows bytes(byte[] value) throws IOException {
        head(value.length);
        System.arraycopy(value, 0, buffer.memory(), buffer.position(), value.length);
        buffer.advance(value.length);
        return this;
    }

    private void head(int length) throws IOException {
        buffer.reserve(4 + length);
        ByteConverter.int4(buffer.memory(), buffer.position(), length);
        buffer.advance(4);
    }

    @Override
    public void close() throws IOException {
        buffer.close();
    }
}
