package org.atelier.files.history;

import com.google.auto.service.AutoService;
import java.util.List;
import org.atelier.observe.notify.JobNews;
import org.atelier.observe.notify.News;
import org.atelier.observe.notify.NotificationKind;
import org.atelier.observe.notify.Troubles;
import org.atelier.run.NextStep;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of files that failed so often that they are left alone: each once, those of a machining centre
 * together, or else those of a job.
 */
@AutoService(JobNews.class)
public final class QuarantineNews implements JobNews {

    private static final int MOST = 5;

    private static final String LEFT = "select f.job, " + LedgerLook.GROUP + " as groupe, f.job_execution_id as run,"
            + " array_agg(f.chemin order by f.chemin collate \"C\") as files" + LedgerLook.FROM
            + "where f.etat = 'quarantined' and f.job_execution_id = any(:runs) group by 1, 2, 3 order by 3, 2, 1";

    private record Left(String job, @Nullable String centre, long run, List<String> files) {

        /** Of a centre's files people need not know the job. */
        News.About about() {
            return new News.About(centre == null ? job : null, null, run, centre);
        }

        String whose() {
            return centre == null ? job : centre;
        }
    }

    @Override
    public void tell(Handle handle, Troubles troubles, List<Long> runs) {
        handle.createQuery(LEFT)
                .bindArray("runs", Long.class, runs)
                .map((row, context) ->
                        new Left(row.getString("job"), row.getString("groupe"), row.getLong("run"), List.of((String[])
                                row.getArray("files").getArray())))
                .list()
                .forEach(left -> troubles.tell(news(left)));
    }

    private static News news(Left left) {
        int more = left.files().size() - MOST;
        String files = String.join(
                ", ", left.files().subList(0, Math.min(MOST, left.files().size())));
        return new News(
                NotificationKind.FILE_QUARANTINED,
                null,
                left.about(),
                left.whose() + ": "
                        + (left.files().size() == 1 ? "a file is" : left.files().size() + " files are")
                        + " left alone from now on",
                "Failed too often: " + files + (more > 0 ? " and " + more + " more" : "") + ".",
                new NextStep.ListFiles(NextStep.FileChoice.QUARANTINED, left.centre()));
    }
}
