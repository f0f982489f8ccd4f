package org.atelier.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads records from rows by column name. */
public final class RecordReader {

    private RecordReader() {}

    static RunRecord run(ResultSet row) throws SQLException {
        return new RunRecord(
                row.getLong("run_id"),
                row.getLong("job_instance_id"),
                text(row, "job"),
                row.getString("scope"),
                row.getObject("seq", Long.class),
                row.getObject("range_from", LocalDate.class),
                row.getObject("range_to", LocalDate.class),
                row.getObject("attempt", Integer.class),
                Objects.requireNonNullElse(row.getString("parameters"), "{}"),
                text(row, "status"),
                row.getObject("exit_code", Integer.class),
                row.getString("trigger_kind"),
                row.getString("version"),
                row.getString("owner"),
                Objects.requireNonNull(instant(row, "created")),
                instant(row, "started"),
                instant(row, "ended"),
                duration(row),
                counts(row),
                row.getString("cause"),
                row.getString("next_step"),
                row.getString("next_action"),
                row.getBoolean("nothing_to_do"),
                instant(row, "heartbeat"),
                row.getString("progress"),
                row.getString("summary"),
                row.getString("log_file"));
    }

    private static RunRecord.Counts counts(ResultSet row) throws SQLException {
        return new RunRecord.Counts(
                row.getLong("read_count"),
                row.getLong("write_count"),
                row.getLong("filter_count"),
                row.getLong("reject_count"));
    }

    static StepRecord step(ResultSet row) throws SQLException {
        return new StepRecord(
                text(row, "step"),
                row.getString("partition"),
                text(row, "status"),
                instant(row, "started"),
                instant(row, "ended"),
                duration(row),
                row.getLong("read_count"),
                row.getLong("write_count"),
                row.getLong("filter_count"),
                row.getLong("skip_count"),
                row.getLong("commit_count"),
                row.getLong("rollback_count"),
                row.getString("exit_message"));
    }

    /** The text of a column that is not null. */
    public static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Duration duration(ResultSet row) throws SQLException {
        long millis = row.getLong("duration_ms");
        return row.wasNull() ? null : Duration.ofMillis(millis);
    }
}
