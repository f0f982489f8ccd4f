package org.atelier.bulk;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/**
 * Encodes rows of one table in PostgreSQL's binary COPY format, as they come.
 *
 * <p>A row is {@link #row(int)} followed by exactly that many values, in the order of the columns. Numbers and times
 * become no objects. Not thread-safe.
 *
 * <p>Format: PostgreSQL manual, "COPY", section "Binary Format". {@code timestamp} is the number of microseconds since
 * 2000-01-01.
 */
public abstract class CopyEncoder {

    /** Seconds from 1970-01-01 to 2000-01-01, in microseconds. */
    static final long EPOCH_2000_MICROS = 946_684_800L * 1_000_000L;

    /** Days from 1970-01-01 to 2000-01-01. */
    private static final long EPOCH_2000_DAYS = 10_957;

    private final RowBuffer buffer;
    private long rows;

    CopyEncoder(RowBuffer buffer) {
        this.buffer = buffer;
    }

    /** Begins a row of so many columns. */
    public final CopyEncoder row(int columns) throws IOException {
        buffer.reserve(2);
        ByteConverter.int2(buffer.memory(), buffer.position(), columns);
        buffer.advance(2);
        rows++;
        return this;
    }

    /** A {@code bigint}. */
    public final CopyEncoder bigint(long value) throws IOException {
        head(8);
        ByteConverter.int8(buffer.memory(), buffer.position(), value);
        buffer.advance(8);
        return this;
    }

    /** An {@code integer}. */
    public final CopyEncoder integer(int value) throws IOException {
        head(4);
        ByteConverter.int4(buffer.memory(), buffer.position(), value);
        buffer.advance(4);
        return this;
    }

    /** A {@code timestamp} without zone, in microseconds since 1970-01-01T00:00 of the same wall clock. */
    public final CopyEncoder timestamp(long localMicros) throws IOException {
        return bigint(localMicros - EPOCH_2000_MICROS);
    }

    /** A {@code timestamp} without zone that may be missing. */
    public final CopyEncoder timestampOrNull(@Nullable Long localMicros) throws IOException {
        return localMicros == null ? nothing() : timestamp(localMicros.longValue());
    }

    /** A {@code timestamptz}, in seconds since 1970-01-01T00:00Z. */
    public final CopyEncoder instant(long epochSecond) throws IOException {
        return timestamp(Math.multiplyExact(epochSecond, 1_000_000L));
    }

    /** A {@code double precision}. */
    public final CopyEncoder float8(double value) throws IOException {
        return bigint(Double.doubleToRawLongBits(value));
    }

    /** A {@code date}. */
    public final CopyEncoder date(LocalDate day) throws IOException {
        return integer(Math.toIntExact(day.toEpochDay() - EPOCH_2000_DAYS));
    }

    /** A {@code boolean}. */
    public final CopyEncoder bool(boolean value) throws IOException {
        head(1);
        buffer.memory()[buffer.position()] = (byte) (value ? 1 : 0);
        buffer.advance(1);
        return this;
    }

    /** A {@code numeric}, with the scale it has. */
    public final CopyEncoder numeric(BigDecimal value) throws IOException {
        return bytes(ByteConverter.numeric(value));
    }

    /** A {@code text} or {@code varchar}; must not contain U+0000. */
    public final CopyEncoder text(@Nullable String value) throws IOException {
        return value == null ? nothing() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** SQL's {@code null}. */
    public final CopyEncoder nothing() throws IOException {
        buffer.reserve(4);
        ByteConverter.int4(buffer.memory(), buffer.position(), -1);
        buffer.advance(4);
        return this;
    }

    /** How many rows were begun. */
    public final long rows() {
        return rows;
    }

    private CopyEncoder bytes(byte[] value) throws IOException {
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
}
