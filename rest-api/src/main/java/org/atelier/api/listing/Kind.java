package org.atelier.api.listing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What values a column has: PostgreSQL's type, and how a parameter of a request is read. */
enum Kind {
    INTEGER("bigint", "a whole number", "integer", "int64"),
    NUMBER("numeric", "a number", "number", null),
    TEXT("text", "text", "string", null),
    DATE("date", "a date such as 2025-06-02", "string", "date"),
    LOCAL_TIME("timestamp", "a local time such as 2025-06-02T08:00:00", "string", null),
    TIME("timestamptz", "a time such as 2025-06-02T08:00:00Z", "string", "date-time"),
    BOOLEAN("boolean", "true or false", "boolean", null),
    JSON("jsonb", "JSON", "object", null),
    LIST("text[]", "a list", "array", null);

    private static final Map<String, Kind> BY_TYPE = Map.ofEntries(
            Map.entry("int2", INTEGER),
            Map.entry("int4", INTEGER),
            Map.entry("int8", INTEGER),
            Map.entry("serial", INTEGER),
            Map.entry("bigserial", INTEGER),
            Map.entry("numeric", NUMBER),
            Map.entry("float8", NUMBER),
            Map.entry("date", DATE),
            Map.entry("timestamp", LOCAL_TIME),
            Map.entry("timestamptz", TIME),
            Map.entry("bool", BOOLEAN),
            Map.entry("jsonb", JSON));

    private final String type;
    private final String words;
    private final String schema;
    private final @Nullable String format;

    Kind(String type, String words, String schema, @Nullable String format) {
        this.type = type;
        this.words = words;
        this.schema = schema;
        this.format = format;
    }

    /** By the name that the driver gives a type. */
    static Kind of(String driverType) {
        return driverType.startsWith("_") ? LIST : BY_TYPE.getOrDefault(driverType, TEXT);
    }

    /** What a parameter is cast to in SQL. */
    String type() {
        return type;
    }

    /** What is expected, for people. */
    String words() {
        return words;
    }

    /** The type in a JSON schema. */
    String schema() {
        return schema;
    }

    /** The format in a JSON schema; null for none. */
    @Nullable String format() {
        return format;
    }

    /** Whether a text is a value that PostgreSQL takes. */
    boolean takes(String text) {
        try {
            return switch (this) {
                case INTEGER -> text.equals(Long.toString(Long.parseLong(text)));
                case NUMBER ->
                    text.length() < 40 && Double.isFinite(Double.parseDouble(text)) && text.matches("[-0-9.eE+]+");
                case DATE -> plain(LocalDate.parse(text).getYear());
                case LOCAL_TIME -> plain(LocalDateTime.parse(text).getYear());
                case TIME -> plain(OffsetDateTime.parse(text).getYear());
                case BOOLEAN -> text.equals("true") || text.equals("false");
                case TEXT -> text.indexOf('\0') < 0;
                case JSON, LIST -> false;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private static boolean plain(int year) {
        return year > 0 && year < 10_000;
    }
}
