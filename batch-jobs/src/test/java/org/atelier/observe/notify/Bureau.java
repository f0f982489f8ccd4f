package org.atelier.observe.notify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.run.TypedStep;
import org.atelier.settings.Secret;

/** A database with the schema, in which runs end as a test says, and who tells of them. */
final class Bureau implements AutoCloseable {

    private final TestDatabase database = ReadyDatabase.create();
    final Connection connection;
    private NotifySettings settings = settings(List.of());

    private Bureau() throws Exception {
        connection = database.connect();
    }

    static Bureau open() throws Exception {
        return new Bureau();
    }

    /** Forgets all, and has no target again. */
    void clear() throws SQLException {
        execute("truncate batch_job_instance, atelier_notification, centre_usinage restart identity cascade");
        settings = settings(List.of());
    }

    private static NotifySettings settings(List<NotifyTarget> targets) {
        return new NotifySettings(
                targets,
                null,
                Map.of(),
                Map.of("measurements", Duration.ofHours(26)),
                Duration.ofDays(1),
                ZoneId.of("Europe/Paris"));
    }

    Bureau tells(NotifyTarget... targets) {
        settings = settings(Arrays.asList(targets));
        return this;
    }

    static NotifyTarget webhook(String url) {
        return new Webhook(new TargetAddress(new Secret(url), null));
    }

    static NotifyTarget ntfy(String url) {
        return new Ntfy(new TargetAddress(new Secret(url), new Secret("tk_secret")));
    }

    void look() throws SQLException {
        new FindNews(settings, TypedStep::of).in(connection);
    }

    SendNotifications.Sent send() throws SQLException, InterruptedException {
        return new SendNotifications(settings, TypedStep::of, Clock.systemUTC())
                .within(Duration.ofSeconds(20), connection);
    }

    Connection another() throws SQLException {
        return database.connect();
    }

    SendNotifications.Sent sendUnchecked(Connection other) {
        try {
            return new SendNotifications(settings, TypedStep::of, Clock.systemUTC())
                    .within(Duration.ofSeconds(20), other);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A run that has ended now; {@code values} are exit_code, failure_kind, failure_told, in SQL. */
    void run(int id, String job, String status, String values) throws SQLException {
        execute("insert into batch_job_instance (job_instance_id, version, job_name, job_key)"
                + " values (%d, 0, '%s', 'k%d')".formatted(id, job, id));
        execute("""
                insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time,
                                                 end_time, last_updated, status)
                select %d, 0, %d, t, t, t, t, '%s' from (select now() at time zone 'UTC' as t) x""".formatted(id, id, status));
        execute("""
                insert into atelier_run (job_execution_id, job, scope, epoch, trigger_kind, version, next_step,
                                         exit_code, failure_kind, failure_told, cause)
                select %d, '%s', '%s', 1, 'cron', '1', 'atelier restart %d', x.*, x.told
                  from (values (%s)) as x (code, kind, told)""".formatted(id, job, job, id, values));
    }

    void good(int id, String job) throws SQLException {
        run(id, job, "COMPLETED", "0, null, null");
    }

    void failed(int id, String job, String kind) throws SQLException {
        run(id, job, "FAILED", "7, '" + kind + "', 'ftp.example.org port 21 does not answer'");
    }

    /** Lets so much time pass for everything that is recorded. */
    void later(String interval) throws SQLException {
        execute("update atelier_notification set made_at = made_at - interval '%1$s', since = since - interval '%1$s'"
                .formatted(interval));
        execute("update atelier_notification_delivery set next_attempt = next_attempt - interval '%s'"
                .formatted(interval));
        execute("update batch_job_execution set end_time = end_time - interval '%s'".formatted(interval));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of a query. */
    List<String> column(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(String.valueOf(row.getString(1)));
            }
            return values;
        }
    }

    List<String> titles() throws SQLException {
        return column("select title from atelier_notification order by id");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
