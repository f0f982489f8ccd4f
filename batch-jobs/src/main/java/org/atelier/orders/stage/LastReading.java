package org.atelier.orders.stage;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.atelier.orders.erp.ErpTable;
import org.atelier.run.step.RunContext;
import org.jdbi.v3.core.Jdbi;

/**
 * Spares a run the reading when the last one that merged would be repeated: the ERP's tables have the same
 * fingerprints, what else decides is the same, and the target tables are as that run left them. Now and then everything
 * is read all the same.
 */
public final class LastReading {

    private final RepeatedPlan plan;
    private final Readings readings;
    private final OrderRules rules;
    private final ErasureList erasures;
    private final Clock clock;
    private final Duration readAllAfter;

    /**
     * Takes what it needs.
     *
     * @param clock tells when something was read
     * @param readAllAfter how old a reading may be that is repeated; zero or more, zero for none
     */
    public LastReading(Jdbi jdbi, OrderRules rules, ErasureList erasures, Clock clock, Duration readAllAfter) {
        this.plan = new RepeatedPlan(jdbi);
        this.readings = new Readings(jdbi);
        this.rules = rules;
        this.erasures = erasures;
        this.clock = clock;
        this.readAllAfter = readAllAfter;
    }

    /** Forgets what an earlier attempt read. */
    void clear(long run) {
        readings.clear(run);
    }

    /**
     * The last reading, if nothing has changed since: then there is nothing to read. Asks both servers; to be called
     * while no transaction is open.
     */
    Optional<Reading> unchanged(ErpOrders orders) throws IOException {
        Optional<Reading> last = readings.last().filter(this::isLikeNow);
        return last.isPresent() && isAsLeftBy(last.get(), orders) ? last : Optional.empty();
    }

    /** Plans the result of a reading once more. */
    void repeat(long run, Reading reading) {
        plan.repeat(run, reading.instance(), reading.execution());
        readings.record(reading.repeatedBy(run));
    }

    /** Both servers compute at the same time: what the ERP holds, and what the target tables hold. */
    private boolean isAsLeftBy(Reading reading, ErpOrders orders) throws IOException {
        BackgroundQuery<Boolean> source = new BackgroundQuery<>(() -> orders.isLike(reading.fingerprints()));
        boolean target = plan.isTargetAsLeftBy(reading.instance());
        return source.get() && target;
    }

    /** What is to be had without asking the ERP. A reading of the future is one by a wrong clock. */
    private boolean isLikeNow(Reading reading) {
        Instant now = clock.instant();
        return !reading.at().isAfter(now)
                && reading.at().plus(readAllAfter).isAfter(now)
                && reading.rules().equals(rules.digest(erasures.erased()));
    }

    /** Records what this run read, for the next one. */
    void record(RunContext run, Map<ErpTable, String> fingerprints) {
        readings.record(new Reading(
                run.instance(), run.execution(), clock.instant(), rules.digest(erasures.erased()), fingerprints));
    }
}
