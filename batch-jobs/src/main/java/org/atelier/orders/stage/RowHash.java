package org.atelier.orders.stage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.List;
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
    private final MessageDigest digest = md5();
    private final StringBuilder text = new StringBuilder();
    private long hash;

    void add(List<@Nullable Object> row) {
        text.setLength(0);
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                text.append(BETWEEN);
            }
            append(row.get(i));
        }
        hash ^= ByteBuffer.wrap(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    long value() {
        return hash;
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            text.append(NULL);
        } else if (value instanceof LocalDateTime time) {
            text.append(time.toLocalDate()).append(' ');
            twoDigits(time.getHour(), ':');
            twoDigits(time.getMinute(), ':');
            twoDigits(time.getSecond(), '.');
            // A leading one keeps the zeros; it is taken out again.
            int fraction = text.length();
            text.append(1_000_000 + time.getNano() / 1_000).deleteCharAt(fraction);
        } else {
            text.append(value);
        }
    }

    private void twoDigits(int number, char after) {
        text.append((char) ('0' + number / 10))
                .append((char) ('0' + number % 10))
                .append(after);
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
