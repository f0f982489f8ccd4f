package org.atelier.observe.notify;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.atelier.run.NextStep;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what people are told, with a row in the outbox for each target: the same trouble once while it lasts, and
 * again when it has lasted for a while. Works in the caller's transaction, one at a time.
 */
public final class Troubles {

    private static final String INSERT = """
            insert into atelier_notification (kind, trouble, open, job, scope, centre, job_execution_id, title, body,
                                              next_step, since)
            values (:kind, :trouble, :trouble is not null, :job, :scope, :centre, :run, :title, :body, :next,
                    coalesce(:since, now()))
            returning id
            """;

    private final Handle handle;
    private final NotifySettings settings;
    private final Function<NextStep, String> inWords;

    Troubles(Handle handle, NotifySettings settings, Function<NextStep, String> inWords) {
        this.handle = handle;
        this.settings = settings;
        this.inWords = inWords;
    }

    private record Open(long id, OffsetDateTime since, boolean old) {}

    /** Tells it, unless it is a trouble that was told. */
    public void tell(News news) {
        String trouble = news.trouble();
        Optional<Open> open = trouble == null ? Optional.empty() : open(trouble);
        if (open.isEmpty()) {
            insert(news, news.title(), null);
        } else if (open.get().old()) {
            handle.createUpdate("update atelier_notification set open = false where id = :id")
                    .bind("id", open.get().id())
                    .execute();
            insert(news, "Still: " + news.title(), open.get().since());
        }
    }

    /** Tells it, unless it was told ever. */
    public void tellOnce(News news) {
        boolean told = handle.createQuery(
                        "select exists (select from atelier_notification where trouble = :trouble and kind = :kind)")
                .bind("trouble", news.trouble())
                .bind("kind", news.kind().word())
                .mapTo(Boolean.class)
                .one();
        if (!told) {
            insert(news, news.title(), null);
        }
    }

    private Optional<Open> open(String trouble) {
        Duration reminder = settings.reminder();
        return handle.createQuery("""
                        select id, since, :reminder > 0 and made_at <= now() - :reminder * interval '1 second' as old
                          from atelier_notification where trouble = :trouble and open
                        """)
                .bind("trouble", trouble)
                .bind("reminder", reminder.toSeconds())
                .map((row, context) -> new Open(
                        row.getLong("id"), row.getObject("since", OffsetDateTime.class), row.getBoolean("old")))
                .findOne();
    }

    private void insert(News news, String title, @Nullable OffsetDateTime since) {
        NextStep next = news.next();
        long id = handle.createQuery(INSERT)
                .bind("kind", news.kind().word())
                .bind("trouble", news.trouble())
                .bind("job", news.about().job())
                .bind("scope", news.about().scope())
                .bind("centre", news.about().centre())
                .bind("run", news.about().run())
                .bind("title", title)
                .bind("body", news.body())
                .bind("next", next == null ? null : inWords.apply(next))
                .bind("since", since)
                .mapTo(Long.class)
                .one();
        handle.createUpdate("""
                        insert into atelier_notification_delivery (notification_id, target)
                        select :id, target from unnest(:targets) as t (target)
                        """)
                .bind("id", id)
                .bindArray("targets", String.class, settings.names())
                .execute();
    }

    /** A run went well: what was wrong with its scope, and its job's silence, are over; returns their kinds. */
    List<NotificationKind> closeOf(String job, String scope) {
        return handle.createQuery("""
                        update atelier_notification set open = false, closed_at = now()
                         where open and (scope = :scope or (kind = 'job_silent' and job = :job)) returning kind
                        """)
                .bind("scope", scope)
                .bind("job", job)
                .mapTo(String.class)
                .map(NotificationKind::of)
                .list();
    }

    /**
     * Closes troubles that are none any more.
     *
     * @param family what the keys of all of them begin with, and those of no others
     * @param troubles keys of those that last
     * @return the centres they are of, or else the jobs
     */
    public List<String> closeOthers(String family, List<String> troubles) {
        return handle.createQuery("""
                        update atelier_notification set open = false, closed_at = now()
                         where open and starts_with(trouble, :family) and not trouble = any(:troubles) returning coalesce(centre, job)
                        """)
                .bind("family", family)
                .bindArray("troubles", String.class, troubles)
                .mapTo(String.class)
                .list();
    }
}
