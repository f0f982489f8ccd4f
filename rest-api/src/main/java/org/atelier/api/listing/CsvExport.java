package org.atelier.api.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.springframework.stereotype.Component;

/**
 * Rows as CSV (RFC 4180), as PostgreSQL copies them out: bytes go through, none is kept. Values that narrow the list
 * are settings of the transaction, for COPY takes no parameters. Thread-safe.
 */
@Component
final class CsvExport {

    /** How it is written. */
    enum Dialect {
        /** Commas, a decimal point, UTF-8. */
        PLAIN,
        /** As a French Excel opens it: semicolons, a decimal comma, a byte order mark; no cell is a formula. */
        EXCEL_FR
    }

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final DataSource source;

    CsvExport(DataSource source) {
        this.source = source;
    }

    /** Is told that rows come, before the first one: from then on the answer cannot be another. */
    @FunctionalInterface
    interface Begin {
        OutputStream open() throws IOException;
    }

    /**
     * Writes all rows.
     *
     * @param limit at most so many; 0 for all
     * @throws SQLException when the database refuses, before anything was written
     */
    void write(Question question, Dialect dialect, long skip, long limit, Begin begin)
            throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                takeYourTime(connection);
                set(connection, question.values());
                PGCopyInputStream copy = new PGCopyInputStream(
                        connection.unwrap(PGConnection.class), sql(question, dialect, skip, limit));
                copied(copy, dialect, begin);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void copied(PGCopyInputStream copy, Dialect dialect, Begin begin) throws SQLException, IOException {
        try {
            byte[] row = copy.readFromCopy();
            OutputStream out = begin.open();
            if (dialect == Dialect.EXCEL_FR) {
                out.write(BYTE_ORDER_MARK);
            }
            while (row != null) {
                out.write(row);
                row = copy.readFromCopy();
            }
            out.flush();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Millions of rows to a slow reader take longer than an answer that people wait for. */
    private static void takeYourTime(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('statement_timeout', ?, true)")) {
            statement.setString(1, Long.toString(LONGEST.toMillis()));
            statement.execute();
        }
    }

    private static void set(Connection connection, Map<String, Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('atelier.' || ?, ?, true)")) {
            for (Map.Entry<String, Object> value : values.entrySet()) {
                statement.setString(1, value.getKey());
                statement.setString(2, text(value.getValue()));
                statement.execute();
            }
        }
    }

    /** A list of companies as PostgreSQL reads a list. */
    private static String text(Object value) {
        return value instanceof String[] list
                ? Arrays.stream(list)
                        .map(each -> '"' + each.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(",", "{", "}"))
                : value.toString();
    }

    private static String sql(Question question, Dialect dialect, long skip, long limit) {
        String where = question.where(true);
        for (String name : question.values().keySet()) {
            String setting = "current_setting('atelier." + name + "')";
            String value = name.equals("buckets") ? "cast(" + setting + " as text[])" : setting;
            where = where.replaceAll(":" + name + "\\b", Matcher.quoteReplacement(value));
        }
        String columns = question.columns().stream()
                .map(column -> dialect == Dialect.EXCEL_FR ? french(column) : '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
        return "copy (select " + columns + " from " + question.listing().relation() + " r" + where + question.order()
                + (limit > 0 ? " limit " + limit : "") + (skip > 0 ? " offset " + skip : "")
                + ") to stdout with (format csv, header"
                + (dialect == Dialect.EXCEL_FR ? ", delimiter ';')" : ")");
    }

    private static String french(Column column) {
        String name = '"' + column.name() + '"';
        return switch (column.kind()) {
            case NUMBER -> "replace(cast(" + name + " as text), '.', ',') as " + name;
            case TEXT ->
                "case when " + name + " ~ '^[-=+@\t\r]' then '''' || " + name + " else " + name + " end as " + name;
            default -> name;
        };
    }
}
