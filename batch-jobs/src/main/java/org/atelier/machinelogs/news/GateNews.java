package org.atelier.machinelogs.news;

import com.google.auto.service.AutoService;
import java.util.List;
import org.atelier.observe.notify.JobNews;
import org.atelier.observe.notify.News;
import org.atelier.observe.notify.NotificationKind;
import org.atelier.observe.notify.Troubles;
import org.atelier.run.NextStep;
import org.jdbi.v3.core.Handle;

/**
 * What is to be told of log files that are loaded, but failed the quality gate: each version of a file once, however
 * often it is loaded again. It is over when another version is loaded, or the same one passes.
 */
@AutoService(JobNews.class)
public final class GateNews implements JobNews {

    private static final String TROUBLE = "gate/";

    private static final String FAILED = """
            select f.id, c.nom, f.chemin, l.controle, f.job_execution_id as run, 'gate/' || f.id || '/' || f.sha256 as trouble
              from fichier_log l join fichier_source f on f.id = l.fichier_id
              join centre_usinage c on c.id = f.centre_usinage_id
             where l.controle is not null and f.job_execution_id = any(:runs)
             order by f.job_execution_id, f.chemin collate "C", f.id
            """;

    private static final String LASTING = "select 'gate/' || f.id || '/' || f.sha256 from fichier_log l"
            + " join fichier_source f on f.id = l.fichier_id where l.controle is not null";

    private record Failed(long id, String centre, String path, String cause, long run, String trouble) {}

    @Override
    public void tell(Handle handle, Troubles troubles, List<Long> runs) {
        handle.createQuery(FAILED)
                .bindArray("runs", Long.class, runs)
                .map((row, context) -> new Failed(
                        row.getLong("id"),
                        row.getString("nom"),
                        row.getString("chemin"),
                        row.getString("controle"),
                        row.getLong("run"),
                        row.getString("trouble")))
                .list()
                .forEach(failed -> troubles.tellOnce(news(failed)));
        troubles.closeOthers(
                TROUBLE, handle.createQuery(LASTING).mapTo(String.class).list());
    }

    private static News news(Failed failed) {
        return new News(
                NotificationKind.GATE_FAILED,
                failed.trouble(),
                new News.About(null, null, failed.run(), failed.centre()),
                failed.centre() + ": a file is loaded, but failed the quality gate",
                failed.path() + ": " + failed.cause() + ".",
                new NextStep.ShowFile(failed.id()));
    }
}
