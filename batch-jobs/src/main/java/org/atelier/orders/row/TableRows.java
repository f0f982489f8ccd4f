package org.atelier.orders.row;

import java.util.ArrayList;
import java.util.List;

/**
 * What a batch of orders comes to in one table.
 *
 * @param table which
 * @param rows what to stage
 * @param rejects what it cannot take
 * @param counts of orders
 */
public record TableRows(TargetTable table, List<StagedRow> rows, List<OrderReject> rejects, Counts counts) {

    /** The same with some rows refused, for each of which there is a reject with nothing left of its order. */
    public TableRows without(List<StagedRow> refused, List<OrderReject> why) {
        List<StagedRow> kept = new ArrayList<>(rows);
        kept.removeAll(refused);
        List<OrderReject> all = new ArrayList<>(rejects);
        all.addAll(why);
        return new TableRows(
                table, kept, all, counts.plus(new Counts(0, -refused.size(), 0, refused.size(), why.size(), 0, 0, 0)));
    }

    /**
     * Counts of orders; selected = kept + duplicates + rejected + suppressed.
     *
     * @param selected orders that pass the profile's selection
     * @param kept rows
     * @param duplicates orders that lost their key
     * @param rejected orders of which nothing is left
     * @param rejects rejects, also of orders of which something is left
     * @param joinedRows rows of the join that were selected
     * @param shared keys that orders of different {@code AuftragsTyp} share
     * @param suppressed orders that were erased on request, and are left out
     */
    public record Counts(
            long selected,
            long kept,
            long duplicates,
            long rejected,
            long rejects,
            long joinedRows,
            long shared,
            long suppressed) {

        /** None of anything. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        /** The sum. */
        public Counts plus(Counts other) {
            return new Counts(
                    selected + other.selected,
                    kept + other.kept,
                    duplicates + other.duplicates,
                    rejected + other.rejected,
                    rejects + other.rejects,
                    joinedRows + other.joinedRows,
                    shared + other.shared,
                    suppressed + other.suppressed);
        }

        /** Whether every selected order went somewhere. */
        public boolean balances() {
            return selected == kept + duplicates + rejected + suppressed;
        }
    }
}
