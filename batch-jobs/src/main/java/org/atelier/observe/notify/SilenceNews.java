package org.atelier.observe.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.atelier.run.NextStep;
import org.jdbi.v3.core.Handle;

/** What is to be told of jobs without a good run. */
final class SilenceNews {

    private static final String TROUBLE = "silent-job/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** A job that never went well is not silent yet; one that is at work has not fallen silent. */
    private static final String JOBS = """
            select r.job, max(e.end_time at time zone 'UTC') as good,
                   extract(epoch from now() - max(e.end_time at time zone 'UTC'))::bigint as seconds
              from atelier_run r join batch_job_execution e on e.job_execution_id = r.job_execution_id
             where (r.exit_code = 0 or r.failure_kind = 'gate')
               and not exists (select from atelier_run w
                                 join batch_job_execution x on x.job_execution_id = w.job_execution_id
                                where w.job = r.job and x.status in ('STARTING', 'STARTED', 'STOPPING')
                                  and w.heartbeat > now() - interval '2 minutes')
             group by r.job order by r.job
            """;

    private final Handle handle;
    private final Troubles troubles;
    private final NotifySettings settings;

    SilenceNews(Handle handle, Troubles troubles, NotifySettings settings) {
        this.handle = handle;
        this.troubles = troubles;
        this.settings = settings;
    }

    private record Good(String job, Instant at, long secondsAgo) {}

    /** Tells of every silence there is, and closes what is over. */
    void tell() {
        List<Good> silent = handle
                .createQuery(JOBS)
                .map((row, context) -> new Good(
                        row.getString("job"),
                        row.getObject("good", OffsetDateTime.class).toInstant(),
                        row.getLong("seconds")))
                .list()
                .stream()
                .filter(this::isSilent)
                .toList();
        silent.forEach(job -> troubles.tell(news(job)));
        troubles.closeOthers(
                TROUBLE, silent.stream().map(job -> ofJob(job.job())).toList());
    }

    private boolean isSilent(Good good) {
        Duration most = settings.silenceOf(good.job());
        return !most.isZero() && good.secondsAgo() > most.toSeconds();
    }

    private News news(Good good) {
        return new News(
                NotificationKind.JOB_SILENT,
                ofJob(good.job()),
                News.About.job(good.job()),
                good.job() + " had no good run since " + TIME.format(good.at().atZone(settings.zone())),
                "That is longer than the " + words(settings.silenceOf(good.job())) + " it may take.",
                new NextStep.OfJob(NextStep.JobAction.HISTORY, good.job()));
    }

    /** Such as 2h or 1h30m. */
    private static String words(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String ofJob(String job) {
        return TROUBLE + job;
    }
}
