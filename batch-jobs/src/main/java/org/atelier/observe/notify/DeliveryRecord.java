package org.atelier.observe.notify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.atelier.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A notification, and how far one of its deliveries is.
 *
 * @param notification what is told
 * @param open whether the trouble lasts
 * @param target where to; null when there was no target
 * @param state {@code sent}, {@code waiting}, {@code given up}, or {@code no target}
 * @param attempts so far
 * @param lastError of the last attempt; null for none
 */
public record DeliveryRecord(
        Notification notification,
        boolean open,
        @Nullable String target,
        String state,
        int attempts,
        @Nullable String lastError) {

    private static final String SELECT = """
            select n.*, d.target, coalesce(d.attempts, 0) as attempts, d.last_error,
                   case when d.target is null then 'no target' when d.delivered_at is not null then 'sent'
                        when d.given_up_at is not null then 'given up' else 'waiting' end as state
              from (select * from atelier_notification order by id desc limit :limit) n
              left join atelier_notification_delivery d on d.notification_id = n.id
             order by n.id desc, d.target
            """;

    /** The newest notifications, with each delivery. Changes nothing. */
    public static List<DeliveryRecord> newest(Connection connection, int limit) throws SQLException {
        return Sql.ask(
                Sql.on(connection),
                handle -> handle.createQuery(SELECT)
                        .bind("limit", limit)
                        .map((row, context) -> new DeliveryRecord(
                                Outbox.notification(row),
                                row.getBoolean("open"),
                                row.getString("target"),
                                row.getString("state"),
                                row.getInt("attempts"),
                                row.getString("last_error")))
                        .list());
    }
}
