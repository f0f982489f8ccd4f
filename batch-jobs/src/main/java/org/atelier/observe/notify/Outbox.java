package org.atelier.observe.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The deliveries that are due: table {@code atelier_notification_delivery}. Each statement is a transaction. */
final class Outbox {

    /** Whoever takes one has it for so long; when that process dies, another one may send it. */
    private static final String TAKE = """
            update atelier_notification_delivery d
               set attempts = attempts + 1, next_attempt = now() + interval '1 minute'
              from atelier_notification n
             where n.id = d.notification_id
               and (d.notification_id, d.target) = (
                   select w.notification_id, w.target from atelier_notification_delivery w
                    where w.target = any(:targets) and w.delivered_at is null and w.given_up_at is null
                      and w.next_attempt <= now()
                    order by w.notification_id, w.target limit 1 for update skip locked)
            returning d.target, d.attempts, n.*
            """;

    private final Handle handle;

    Outbox(Handle handle) {
        this.handle = handle;
    }

    /** One that was taken to be sent; {@code attempts} counts this one. */
    record Due(Notification notification, String target, int attempts) {}

    /** Takes the oldest that is due for one of these targets. */
    Optional<Due> take(Collection<String> targets) {
        return handle.createQuery(TAKE)
                .bindArray("targets", String.class, List.copyOf(targets))
                .map((row, context) -> new Due(notification(row), row.getString("target"), row.getInt("attempts")))
                .findOne();
    }

    /** The target has it. */
    void delivered(Due due) {
        handle.createUpdate("update atelier_notification_delivery set delivered_at = now(), last_error = null"
                        + " where notification_id = :id and target = :target")
                .bind("id", due.notification().id())
                .bind("target", due.target())
                .execute();
    }

    /** The target has it not; it is tried again after that time. */
    void failed(Due due, String why, Duration pause) {
        handle.createUpdate("""
                        update atelier_notification_delivery
                           set last_error = :why, next_attempt = now() + :seconds * interval '1 second'
                         where notification_id = :id and target = :target
                        """)
                .bind("why", why)
                .bind("seconds", pause.toSeconds())
                .bind("id", due.notification().id())
                .bind("target", due.target())
                .execute();
    }

    /** Gives up what no target took for three days; returns how many deliveries. */
    int giveUp() {
        return handle.execute("""
                update atelier_notification_delivery d set given_up_at = now() from atelier_notification n
                 where n.id = d.notification_id and d.delivered_at is null and d.given_up_at is null
                   and n.made_at < now() - interval '3 days'
                """);
    }

    static Notification notification(ResultSet row) throws SQLException {
        return new Notification(
                row.getLong("id"),
                NotificationKind.of(row.getString("kind")),
                row.getString("job"),
                row.getString("centre"),
                row.getObject("job_execution_id", Long.class),
                row.getString("title"),
                row.getString("body"),
                row.getString("next_step"),
                instant(row, "since"),
                instant(row, "made_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
