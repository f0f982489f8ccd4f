package org.atelier.orders.merge;

import java.math.BigDecimal;
import java.util.List;
import org.atelier.orders.merge.TableMerge.Forecast;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.stage.OrderPlan;
import org.atelier.orders.stage.OrderPlan.Merged;
import org.atelier.orders.stage.RepeatedPlan;
import org.atelier.orders.stage.StagedTable;
import org.atelier.orders.stage.StagingCopy;
import org.atelier.orders.stage.StagingTables;
import org.atelier.orders.stage.TargetState;
import org.atelier.run.BalanceException;
import org.atelier.run.Progress;
import org.atelier.run.step.RunContext;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes the target tables equal to the staging tables, all of them in one transaction: whoever reads them sees the old
 * state or the new one. Rows that are equal are not touched.
 */
public final class MergeOrders implements Tasklet {

    private final Jdbi jdbi;
    private final OrderPlan plan;
    private final RepeatedPlan repeated;
    private final DeleteGuard guard;
    private final Progress progress;

    /**
     * Takes what it needs.
     *
     * @param maxDeleteRatio the largest share of a table that may be deleted, from 0 to 1
     */
    public MergeOrders(Jdbi jdbi, OrderPlan plan, BigDecimal maxDeleteRatio, Progress progress) {
        this.jdbi = jdbi;
        this.plan = plan;
        this.repeated = new RepeatedPlan(jdbi);
        this.guard = new DeleteGuard(maxDeleteRatio);
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RunContext run = RunContext.current();
        progress.phase("merge");
        List<OrderPlan.Line> lines = plan.of(run.instance());
        if (lines.stream().anyMatch(line -> line.repeats() != null)) {
            repeated.merged(run.instance());
        } else {
            jdbi.useHandle(handle -> merge(handle, run, lines));
        }
        return RepeatStatus.FINISHED;
    }

    private void merge(Handle handle, RunContext run, List<OrderPlan.Line> lines) {
        plan(handle, lines);
        for (OrderPlan.Line line : lines) {
            StagingCheck.verify(handle, line.staged());
        }
        List<TableMerge> merges = lines.stream()
                .map(line -> new TableMerge(line.staged().table()))
                .toList();
        merges.forEach(merge -> merge.lock(handle));
        List<Long> collisions = merges.stream()
                .map(merge -> StagingCheck.removeCollisions(handle, merge.table()))
                .toList();
        List<Forecast> forecasts =
                merges.stream().map(merge -> merge.forecast(handle)).toList();
        guard.pass(forecasts);
        for (int i = 0; i < merges.size(); i++) {
            Merged merged = forecasts.get(i).merged();
            merges.get(i).carryOut(handle, merged);
            TargetState left = left(handle, lines.get(i).staged(), merged, collisions.get(i));
            plan.merged(run.instance(), merges.get(i).table(), merged, collisions.get(i), left);
        }
        balance(handle, plan.of(run.instance()));
        List<TargetTable> tables = merges.stream().map(TableMerge::table).toList();
        RejectedOrders.keep(handle, tables, run.execution());
        StagingTables.empty(handle);
    }

    /** The target holds what was staged, unless something was in the way or stays. */
    private static TargetState left(Handle handle, StagedTable staged, Merged merged, long collisions) {
        return merged.stale() + merged.conflicts() + collisions == 0
                ? new TargetState(staged.counts().kept(), staged.hash())
                : TargetState.of(handle, staged.table());
    }

    /**
     * Lets PostgreSQL know what was staged, by a small sample, for how many rows there are is what matters; not compile
     * statements that are done sooner than compiled; and hash on several processors.
     */
    private static void plan(Handle handle, List<OrderPlan.Line> lines) {
        handle.execute("set local default_statistics_target = 10");
        lines.forEach(line -> handle.execute("analyze " + line.staged().table().staging()));
        handle.execute("analyze " + StagingCopy.REJECTS);
        handle.execute("set local jit = off");
        handle.execute("set local min_parallel_table_scan_size = 0");
        handle.execute("set local parallel_setup_cost = 0");
        handle.execute("set local parallel_tuple_cost = 0");
    }

    private static void balance(Handle handle, List<OrderPlan.Line> lines) {
        for (OrderPlan.Line line : lines) {
            Merged merged = line.merged();
            if (merged == null || !line.staged().counts().balances()) {
                throw new BalanceException(
                        "Selected orders are not kept + duplicates + rejected + suppressed: " + line);
            }
            String table = line.staged().table().table();
            long held = handle.createQuery("select count(*) from " + table + " where origine = 'job'")
                    .mapTo(Long.class)
                    .one();
            long expected = line.staged().counts().kept() - merged.conflicts() + merged.stale();
            if (held != expected) {
                throw new BalanceException(table + " holds " + held + " rows after the merge, not " + expected);
            }
        }
    }
}
