package org.atelier.observe.notify;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.atelier.history.Freshness;
import org.atelier.run.NextStep;
import org.jdbi.v3.core.Handle;

/** What is to be told of jobs without a good run, and of machining centres that send nothing. */
final class SilenceNews {

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
    void tell() throws SQLException {
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
                NotificationKind.JOB_SILENT,
                silent.stream().map(job -> ofJob(job.job())).toList());
        centres(Freshness.read(handle.getConnection()));
    }

    private boolean isSilent(Good good) {
        Duration most = settings.silenceOf(good.job());
        return !most.isZero() && good.secondsAgo() > most.toSeconds();
    }

    private void centres(List<Freshness.Centre> centres) {
        List<Freshness.Centre> silent = centres.stream()
                .filter(centre -> centre.silent() || centre.tooOld())
                .toList();
        silent.forEach(centre -> troubles.tell(news(centre)));
        List<String> over = troubles.closeOthers(
                NotificationKind.CENTRE_SILENT,
                silent.stream().map(centre -> ofCentre(centre.code())).toList());
        centres.stream()
                .filter(centre ->
                        centre.inUse() && centre.state() == Freshness.State.OK && over.contains(centre.code()))
                .forEach(centre -> troubles.tell(back(centre)));
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

    private static News news(Freshness.Centre centre) {
        return new News(
                NotificationKind.CENTRE_SILENT,
                ofCentre(centre.code()),
                News.About.centre(centre.code()),
                centre.code() + " is silent: no session since " + centre.lastDay(),
                centre.tooOld()
                        ? "That is too old, though no day is missing on which it usually works."
                        : centre.missingDays() + (centre.missingDays() == 1 ? " usual day is" : " usual days are")
                                + " over and missing.",
                new NextStep.Check("freshness"));
    }

    private static News back(Freshness.Centre centre) {
        return new News(
                NotificationKind.GOOD_AGAIN,
                null,
                News.About.centre(centre.code()),
                centre.code() + " is heard of again",
                "Its last session is of " + centre.lastDay() + ".",
                null);
    }

    /** Such as 2h or 1h30m. */
    private static String words(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String ofJob(String job) {
        return "silent-job/" + job;
    }

    private static String ofCentre(String code) {
        return "silent-centre/" + code;
    }
}
