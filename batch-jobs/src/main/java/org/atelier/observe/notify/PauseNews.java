package org.atelier.observe.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.atelier.run.NextStep;
import org.jdbi.v3.core.Handle;

/** What is to be told of jobs whose sources bring nothing any more: their runs go well, and do nothing. */
final class PauseNews {

    private static final String TROUBLE = "no-data/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** A job that never found anything is not awaited yet. */
    private static final String JOBS = """
            select r.job, max(e.end_time at time zone 'UTC') as taken,
                   extract(epoch from now() - max(e.end_time at time zone 'UTC'))::bigint as seconds
              from atelier_run r join batch_job_execution e on e.job_execution_id = r.job_execution_id
             where e.end_time is not null and (r.summary #>> '{figures,files,taken}')::bigint > 0
             group by r.job order by r.job
            """;

    private record Taken(String job, Instant at, long secondsAgo) {}

    private final Handle handle;
    private final Troubles troubles;
    private final NotifySettings settings;

    PauseNews(Handle handle, Troubles troubles, NotifySettings settings) {
        this.handle = handle;
        this.troubles = troubles;
        this.settings = settings;
    }

    /** Tells of every pause that is too long, and closes what is over. */
    void tell() {
        List<Taken> waiting = handle
                .createQuery(JOBS)
                .map((row, context) -> new Taken(
                        row.getString("job"),
                        row.getObject("taken", OffsetDateTime.class).toInstant(),
                        row.getLong("seconds")))
                .list()
                .stream()
                .filter(this::isTooLong)
                .toList();
        waiting.forEach(job -> troubles.tell(news(job)));
        troubles.closeOthers(
                TROUBLE, waiting.stream().map(job -> TROUBLE + job.job()).toList());
    }

    private boolean isTooLong(Taken taken) {
        Duration most = settings.pauseOf(taken.job());
        return !most.isZero() && taken.secondsAgo() > most.toSeconds();
    }

    private News news(Taken taken) {
        return new News(
                NotificationKind.NO_DATA,
                TROUBLE + taken.job(),
                News.About.job(taken.job()),
                taken.job() + " found no file since " + TIME.format(taken.at().atZone(settings.zone())),
                "Its runs go well; nothing arrives. That is longer than the "
                        + settings.pauseOf(taken.job()).toHours() + " h it may take.",
                new NextStep.OfJob(NextStep.JobAction.HISTORY, taken.job()));
    }
}
