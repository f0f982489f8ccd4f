package org.atelier.machinelogs.load;

import java.io.IOException;
import java.sql.SQLException;
import org.atelier.bulk.BulkCopy;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.DayResult;
import org.atelier.run.RunContext;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Writes built days: the session, its details by COPY and the mark that the day is done go into one transaction, the
 * chunk's. A day that did not change writes nothing but that mark. Thread-safe.
 */
public final class WriteDay implements ItemWriter<BuiltDay> {

    private static final Logger LOG = LoggerFactory.getLogger(WriteDay.class);

    private final SessionStore store;
    private final HeldSession held;
    private final BulkCopy bulk;
    private final DayPlan plan;

    /** Takes what it needs. */
    public static WriteDay with(Jdbi jdbi, BulkCopy bulk, DayPlan plan) {
        return new WriteDay(new SessionStore(jdbi), new HeldSession(jdbi), bulk, plan);
    }

    private WriteDay(SessionStore store, HeldSession held, BulkCopy bulk, DayPlan plan) {
        this.store = store;
        this.held = held;
        this.bulk = bulk;
        this.plan = plan;
    }

    @Override
    public void write(Chunk<? extends BuiltDay> chunk) throws SQLException, IOException {
        RunContext run = RunContext.current();
        for (BuiltDay day : chunk) {
            if (day instanceof BuiltDay.Session built) {
                try (SessionRows rows = built.rows()) {
                    plan.done(run.instance(), built.day(), write(built, rows), built.freshEvents(), run.execution());
                }
            } else if (day instanceof BuiltDay.Empty empty) {
                plan.done(run.instance(), empty.day(), clear(empty), 0, run.execution());
            } else if (day instanceof BuiltDay.Failed failed) {
                LOG.error("{} cannot be built: {}", failed.day().day(), failed.cause());
                plan.failed(run.instance(), failed.day(), failed.cause(), run.execution());
            }
        }
    }

    private DayResult write(BuiltDay.Session built, SessionRows rows) throws SQLException, IOException {
        StoredSession before = built.before();
        if (before == null) {
            store.insert(built);
        } else if (!before.ours()) {
            LOG.warn(
                    "{} was entered through the API and is kept; the log files' figures are not written",
                    built.day().day());
            return DayResult.CONFLICT;
        } else if (built.fingerprint().equals(before.fingerprint())) {
            return DayResult.UNCHANGED;
        } else {
            store.update(built);
        }
        held.copy(rows.count(), () -> rows.copy(bulk));
        return DayResult.WRITTEN;
    }

    private DayResult clear(BuiltDay.Empty empty) {
        StoredSession before = empty.before();
        if (before == null) {
            return DayResult.UNCHANGED;
        }
        if (!before.ours()) {
            return DayResult.CONFLICT;
        }
        store.delete(before.id());
        return DayResult.DELETED;
    }
}
