package org.atelier.orders.stage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.atelier.orders.row.TargetTable;
import org.jspecify.annotations.Nullable;

/**
 * A hash of rows that this program and PostgreSQL compute alike: the first 64 bits of the MD5 of a row's values, and of
 * many rows the exclusive or of them. It tells whether what arrived is what was sent; it guards against accidents, not
 * against people. Cleaned text holds no control characters, so two of them can part values. Not thread-safe.
 */
public final class RowHash {

    private static final char BETWEEN = '\u001F';
    private static final char NULL = '\u001E';
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private final MessageDigest digest = md5();
    private long hash;

    void add(List<@Nullable Object> row) {
        String text = row.stream().map(RowHash::text).collect(Collectors.joining(String.valueOf(BETWEEN)));
        hash ^= ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    long value() {
        return hash;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return String.valueOf(NULL);
        }
        return value instanceof LocalDateTime time ? TIMESTAMP.format(time) : String.valueOf(value);
    }

    /** The same in SQL: an aggregate over the rows of the staging table. */
    public static String sql(TargetTable table) {
        return "coalesce(bit_xor(('x' || left(md5(convert_to("
                + table.columns().stream().map(RowHash::sql).collect(Collectors.joining(" || E'\\x1f' || "))
                + ", 'UTF8')), 16))::bit(64)::bigint), 0)";
    }

    private static String sql(TargetTable.Column column) {
        String text = switch (column.type()) {
            case TEXT -> column.name();
            case INTEGER -> column.name() + "::text";
            case DATE -> "to_char(" + column.name() + ", 'YYYY-MM-DD')";
            case TIMESTAMP -> "to_char(" + column.name() + ", 'YYYY-MM-DD HH24:MI:SS.US')";
        };
        return "coalesce(" + text + ", E'\\x1e')";
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
