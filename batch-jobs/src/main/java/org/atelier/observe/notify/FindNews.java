package org.atelier.observe.notify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.atelier.run.NextStep;
import org.atelier.sql.SessionLimit;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Finds what people are to be told in what is recorded, and writes it down with its outbox, in one transaction. What is
 * recorded is looked at once, by whoever comes next: nothing is lost when a process dies before it looked. Times are
 * those of the database's clock.
 */
public final class FindNews {

    private static final String KEPT = "90 days";

    private final NotifySettings settings;
    private final Function<NextStep, String> inWords;

    /**
     * @param settings who is told, and of which silence
     * @param inWords what people type to do a step
     */
    public FindNews(NotifySettings settings, Function<NextStep, String> inWords) {
        this.settings = settings;
        this.inWords = inWords;
    }

    /**
     * Looks; several processes one after the other.
     *
     * @param connection to a database with the schema, in no transaction; its network time-out bounds the look
     * @throws SQLException when the database does not answer, or not in time
     */
    public void in(Connection connection) throws SQLException {
        try (Handle handle = Sql.on(connection).open()) {
            // By itself: what a run is stalled by may keep the rest from being looked at, too.
            handle.useTransaction(this::lookAtStalled);
            handle.useTransaction(this::look);
        } catch (JdbiException e) {
            throw told(Sql.fault(e));
        } catch (SQLException e) {
            throw told(e);
        }
    }

    /** The limits that strike here are our own; without its code nobody takes one for an administrator's. */
    private static SQLException told(SQLException e) {
        boolean own = SessionLimit.behind(e)
                .filter(limit -> limit == SessionLimit.STATEMENT || limit == SessionLimit.LOCK)
                .isPresent();
        return own ? new SQLTimeoutException("not done in its time: " + e.getMessage()) : e;
    }

    private void lookAtStalled(Handle handle) throws SQLException {
        oneAtATime(handle);
        new StalledNews(handle, new Troubles(handle, settings, inWords)).tell();
    }

    private void look(Handle handle) throws SQLException {
        oneAtATime(handle);
        Troubles troubles = new Troubles(handle, settings, inWords);
        List<EndedRuns.Ended> ended = new EndedRuns(handle).take();
        new RunNews(troubles).of(ended);
        List<Long> runs = ended.stream().map(EndedRuns.Ended::run).toList();
        new StalledNews(handle, troubles).close();
        new SilenceNews(handle, troubles, settings).tell();
        new PauseNews(handle, troubles, settings).tell();
        for (JobNews ofJob : ServiceLoader.load(JobNews.class, JobNews.class.getClassLoader())) {
            ofJob.tell(handle, troubles, runs);
        }
        handle.execute("delete from atelier_notification where not open and made_at < now() - interval '" + KEPT + "'");
    }

    private static void oneAtATime(Handle handle) {
        handle.execute("set local lock_timeout = '5s'");
        handle.execute("set local statement_timeout = '10s'");
        handle.execute("set local jit = off");
        handle.createQuery("select pg_advisory_xact_lock(hashtextextended('atelier notifications', 0))::text")
                .mapTo(String.class)
                .one();
    }
}
