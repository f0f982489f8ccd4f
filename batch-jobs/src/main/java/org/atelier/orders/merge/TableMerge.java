package org.atelier.orders.merge;

import java.sql.SQLException;
import java.util.Optional;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.stage.OrderPlan.Merged;
import org.atelier.run.BalanceException;
import org.atelier.run.GuardException;
import org.atelier.run.NextStep;
import org.atelier.run.RunWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Merges one staging table into its target. Works within the transaction of the handle. */
public final class TableMerge {

    private final TargetTable table;
    private final MergeSql sql;

    /** Takes the table. */
    public TableMerge(TargetTable table) {
        this.table = table;
        this.sql = new MergeSql(table);
    }

    TargetTable table() {
        return table;
    }

    /** Keeps other writers out until the transaction ends. */
    void lock(Handle handle) {
        handle.execute(sql.lock());
    }

    /**
     * What the merge will do.
     *
     * @param table which
     * @param held rows of the target that are ours
     * @param merged the counts
     */
    public record Forecast(TargetTable table, long held, Merged merged) {}

    /** Counts, and writes nothing. */
    public Forecast forecast(Handle handle) {
        Merged staged = handle.createQuery(sql.countStaged())
                .map((row, context) -> new Merged(
                        row.getLong("inserted"),
                        row.getLong("updated"),
                        0,
                        row.getLong("unchanged"),
                        0,
                        row.getLong("conflicts")))
                .one();
        return handle.createQuery(sql.countHeld())
                .map((row, context) -> new Forecast(
                        table,
                        row.getLong("held"),
                        new Merged(
                                staged.inserted(),
                                staged.updated(),
                                row.getLong("deleted"),
                                staged.unchanged(),
                                row.getLong("stale"),
                                staged.conflicts())))
                .one();
    }

    /**
     * Does what was forecast.
     *
     * @throws BalanceException when it comes to anything else
     * @throws GuardException when the table refuses a row
     */
    void carryOut(Handle handle, Merged forecast) {
        try {
            doAll(handle, forecast);
        } catch (UnableToExecuteStatementException e) {
            throw refusal(e).<RuntimeException>map(refused -> refused).orElse(e);
        }
    }

    /**
     * Staging has the types of the target, so only what somebody added to the target can refuse a row. The server's
     * words may quote it, so they are left out.
     */
    private Optional<GuardException> refusal(UnableToExecuteStatementException e) {
        String state = e.getCause() instanceof SQLException cause ? String.valueOf(cause.getSQLState()) : "";
        return state.startsWith("22") || state.startsWith("23")
                ? Optional.of(new GuardException(
                        "table " + table.table() + " refuses a row of the merge, SQL state " + state
                                + "; nothing was written",
                        new NextStep.Advice(
                                        "compare its columns, constraints and triggers with docs/reference/tables.md;"
                                                + " the server's log says which refused")
                                .then(new RunWork("orders", "orders", null, null)
                                        .start()
                                        .to("then"))))
                : Optional.empty();
    }

    private void doAll(Handle handle, Merged forecast) {
        expect("deleted", forecast.deleted(), forecast.deleted() == 0 ? 0 : handle.execute(sql.delete()));
        expect("updated", forecast.updated(), forecast.updated() == 0 ? 0 : handle.execute(sql.update()));
        expect("inserted", forecast.inserted(), forecast.inserted() == 0 ? 0 : handle.execute(sql.insert()));
    }

    private void expect(String what, long planned, long done) {
        if (planned != done) {
            throw new BalanceException(
                    "The merge of " + table.table() + " " + what + " " + done + " rows, not " + planned);
        }
    }
}
