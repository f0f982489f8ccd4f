package org.atelier.machinelogs.load;

import java.io.IOException;
import java.sql.SQLException;
import org.atelier.bulk.BulkCopy;
import org.atelier.machinelogs.ledger.DayPlan;
import org.atelier.machinelogs.ledger.DayResult;
import org.atelier.machinelogs.ledger.PlanOrder;
import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.run.step.WorkQueue;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Writes built days: the session, its details by COPY and the mark that the day is done go into one transaction, the
 * chunk's, which has the centre-day locked. A day that did not change writes nothing but that mark. Of a day that the
 * database refuses nothing is written but the mark that it failed. Thread-safe.
 */
public final class WriteDay implements ItemWriter<BuiltDay> {

    private static final Logger LOG = LoggerFactory.getLogger(WriteDay.class);

    private final SessionStore store;
    private final HeldSession held;
    private final BulkCopy bulk;
    private final DayPlan plan;
    private final PlanOrder order;
    private final RefusedDay refused;
    private final StepTransactions parts;
    private final WorkQueue<PlannedDay> days;

    /** @param days where a day goes back to that was planned or written again while it was built */
    public WriteDay(
            Jdbi jdbi,
            BulkCopy bulk,
            DayPlan plan,
            RefusedDay refused,
            StepTransactions parts,
            WorkQueue<PlannedDay> days) {
        this.store = new SessionStore(jdbi);
        this.held = new HeldSession(jdbi);
        this.bulk = bulk;
        this.plan = plan;
        this.order = new PlanOrder(jdbi);
        this.refused = refused;
        this.parts = parts;
        this.days = days;
    }

    @Override
    public void write(Chunk<? extends BuiltDay> chunk) throws SQLException, IOException {
        for (BuiltDay day : chunk) {
            try {
                write(RunContext.current(), day);
            } finally {
                if (day instanceof BuiltDay.Session built) {
                    built.rows().close();
                }
            }
        }
    }

    private void write(RunContext run, BuiltDay built) throws SQLException, IOException {
        PlannedDay day = built.day();
        store.lock(day.centreId(), day.day());
        StoredSession now = store.find(day.centreId(), day.day());
        if (!built.counts(order.newest(run.instance(), day), now)) {
            days.putBack(day);
        } else if (built instanceof BuiltDay.Failed failed) {
            fail(run, day, failed.cause(), null);
        } else {
            SQLException refusal = parts.part(() -> done(run, built, now));
            if (refusal != null) {
                fail(run, day, refused.words(refusal, built), built.freshEvents());
            }
        }
    }

    private void done(RunContext run, BuiltDay built, @Nullable StoredSession now) throws SQLException, IOException {
        DayResult result = built instanceof BuiltDay.Session session ? write(session, now) : clear(now);
        if (result == DayResult.CONFLICT) {
            LOG.warn(
                    "{} was entered through the API and is kept; the log files' figures are not written",
                    built.day().day());
        }
        plan.done(run.instance(), built.day(), result, built.freshEvents(), run.execution());
    }

    private void fail(RunContext run, PlannedDay day, String cause, @Nullable Long events) {
        LOG.error("{} cannot be built: {}", day.day(), cause);
        plan.failed(run.instance(), day, cause, events, run.execution());
    }

    private DayResult write(BuiltDay.Session built, @Nullable StoredSession now) throws SQLException, IOException {
        if (now == null) {
            store.insert(built);
        } else if (!now.ours()) {
            return DayResult.CONFLICT;
        } else if (built.fingerprint().equals(now.fingerprint())) {
            return DayResult.UNCHANGED;
        } else {
            store.update(built);
        }
        SessionRows rows = built.rows();
        held.copy(rows.count(), () -> rows.copy(bulk));
        store.checkConstraints();
        return DayResult.WRITTEN;
    }

    private DayResult clear(@Nullable StoredSession now) {
        if (now == null) {
            return DayResult.UNCHANGED;
        }
        if (!now.ours()) {
            return DayResult.CONFLICT;
        }
        store.delete(now.id());
        store.checkConstraints();
        return DayResult.DELETED;
    }
}
