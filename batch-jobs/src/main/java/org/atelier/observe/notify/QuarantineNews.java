package org.atelier.observe.notify;

import java.util.List;
import org.atelier.run.NextStep;
import org.jdbi.v3.core.Handle;

/** What is to be told of files that failed so often that they are left alone: each once, a centre's together. */
final class QuarantineNews {

    private static final int MOST = 5;

    private final Handle handle;
    private final Troubles troubles;

    QuarantineNews(Handle handle, Troubles troubles) {
        this.handle = handle;
        this.troubles = troubles;
    }

    private record Left(String centre, long run, List<String> files) {}

    void of(List<Long> runs) {
        handle.createQuery("""
                        select c.nom, f.job_execution_id as run, array_agg(f.chemin order by f.chemin collate "C") as files
                          from fichier_source f join centre_usinage c on c.id = f.centre_usinage_id
                         where f.etat = 'quarantined' and f.job_execution_id = any(:runs)
                         group by c.nom, f.job_execution_id order by f.job_execution_id, c.nom
                        """)
                .bindArray("runs", Long.class, runs)
                .map((row, context) -> new Left(row.getString("nom"), row.getLong("run"), List.of((String[])
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
                new News.About(null, null, left.run(), left.centre()),
                left.centre() + ": "
                        + (left.files().size() == 1 ? "a file is" : left.files().size() + " files are")
                        + " left alone from now on",
                "Failed too often: " + files + (more > 0 ? " and " + more + " more" : "") + ".",
                new NextStep.ListFiles(NextStep.FileChoice.QUARANTINED, left.centre()));
    }
}
