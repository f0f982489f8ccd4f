package org.atelier.observe.notify;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.atelier.history.RunNow;
import org.atelier.history.RunsNow;
import org.atelier.run.NextStep;
import org.jdbi.v3.core.Handle;

/** What is to be told of runs that hold their lock and do not get on: each once while that lasts. */
final class StalledNews {

    private static final String TROUBLE = "stalled/";

    private final Handle handle;
    private final Troubles troubles;

    StalledNews(Handle handle, Troubles troubles) {
        this.handle = handle;
        this.troubles = troubles;
    }

    /** Tells of every one there is. */
    void tell() throws SQLException {
        stalled().forEach(run -> troubles.tell(news(run)));
    }

    /** Closes what is over; after a good run was told of, which closes its own. */
    void close() throws SQLException {
        troubles.closeOthers(
                TROUBLE, stalled().stream().map(StalledNews::trouble).toList());
    }

    private List<RunNow> stalled() throws SQLException {
        return new RunsNow(handle.getConnection())
                .list(null).stream()
                        .filter(run -> run.life() == RunNow.Life.STALLED)
                        .toList();
    }

    private static String trouble(RunNow run) {
        return TROUBLE + run.scope() + "/" + run.runId();
    }

    private static News news(RunNow run) {
        return new News(
                NotificationKind.RUN_STALLED,
                trouble(run),
                new News.About(run.job(), run.scope(), run.runId(), null),
                "Run " + run.runId() + " of " + run.scope() + " is stalled",
                "It holds the lock, and nothing moved for two minutes. Until it ends, no other run begins. Its process: "
                        + Objects.requireNonNullElse(run.owner(), "unknown") + ".",
                NextStep.logs(run.runId()).then(new NextStep.OfRun(NextStep.RunAction.STOP, run.runId()).to("then")));
    }
}
