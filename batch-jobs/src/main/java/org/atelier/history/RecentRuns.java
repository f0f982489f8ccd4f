package org.atelier.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest runs, and no more of them than a name: the quickest look there is. Works on the caller's connection. */
public final class RecentRuns {

    private static final String SQL = """
            select e.job_execution_id, i.job_name, e.status, e.create_time at time zone 'UTC' as created
              from batch_job_execution e join batch_job_instance i on i.job_instance_id = e.job_instance_id
             order by e.job_execution_id desc limit ?""";

    private RecentRuns() {}

    /**
     * A run.
     *
     * @param id its id
     * @param job its job
     * @param status as recorded, in upper case
     * @param created when it began
     */
    public record RecentRun(
            long id, String job, String status, @Nullable Instant created) {}

    /** At most so many, the newest first. */
    public static List<RecentRun> list(Connection connection, int most) throws SQLException {
        return Rows.read(
                connection,
                SQL,
                List.of(most),
                row -> new RecentRun(
                        row.getLong("job_execution_id"),
                        row.getString("job_name"),
                        row.getString("status"),
                        RecordReader.instant(row, "created")));
    }
}
