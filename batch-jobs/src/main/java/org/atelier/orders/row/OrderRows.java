package org.atelier.orders.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.row.TableRows.Counts;
import org.atelier.orders.select.OrderSelection;
import org.jspecify.annotations.Nullable;

/** Makes rows of planned orders: clean, select, deduplicate. Thread-safe; the same orders always give the same rows. */
public final class OrderRows {

    private final List<Profile> profiles;
    private final ColumnProtection protection;
    private final boolean unchanged;

    /**
     * @param selection the tests
     * @param protection of personal data
     * @param tables which tables are wanted
     */
    public OrderRows(OrderSelection selection, ColumnProtection protection, Set<TargetTable> tables) {
        this.protection = protection;
        this.unchanged = protection.keepsAll();
        this.profiles = Stream.of(new RollerShutters(selection, protection), new Shutters(selection, protection))
                .filter(profile -> tables.contains(profile.table()))
                .toList();
    }

    /**
     * The rows by table.
     *
     * @param orders all planned orders of each number among them
     * @param erased those that are left out
     */
    public Map<TargetTable, TableRows> of(List<ErpOrder> orders, ErasedOrders erased) {
        List<CleanOrder> clean = orders.stream().map(CleanOrder::of).toList();
        Map<TargetTable, TableRows> rows = new TreeMap<>();
        profiles.forEach(profile -> rows.put(profile.table(), rows(profile, clean, erased)));
        return rows;
    }

    private TableRows rows(Profile profile, List<CleanOrder> orders, ErasedOrders erased) {
        Sorted sorted = new Sorted();
        for (CleanOrder order : orders) {
            profile.assess(order)
                    .ifPresent(assessment ->
                            sorted.add(assessment, erased.contains(order.raw().number(), order.id())));
        }
        OrderDeduplicator.Result result = new OrderDeduplicator(profile.table()).decide(sorted.candidates);
        List<StagedRow> staged = result.winners().stream()
                .map(winner -> new StagedRow(winner.order(), values(profile.table(), winner)))
                .toList();
        Counts counts = new Counts(
                sorted.selected,
                staged.size(),
                result.duplicates(),
                sorted.selected - sorted.suppressed - sorted.candidates.size(),
                sorted.rejects.size(),
                sorted.joined,
                result.shared(),
                sorted.suppressed);
        return new TableRows(profile.table(), staged, sorted.rejects, counts);
    }

    /** The selected orders of one profile, by what becomes of them. */
    private static final class Sorted {

        private final List<Candidate> candidates = new ArrayList<>();
        private final List<OrderReject> rejects = new ArrayList<>();
        private long selected;
        private long suppressed;
        private long joined;

        /** An erased order is counted and nothing of it kept, not even what is wrong with it. */
        void add(Assessment assessment, boolean erased) {
            selected++;
            joined += assessment.joinedRows();
            if (erased) {
                suppressed++;
                return;
            }
            rejects.addAll(assessment.rejects());
            if (assessment.candidate() != null) {
                candidates.add(assessment.candidate());
            }
        }
    }

    private List<@Nullable Object> values(TargetTable table, Candidate winner) {
        if (unchanged) {
            return winner.row();
        }
        List<@Nullable Object> values = new ArrayList<>(winner.row().size());
        for (int i = 0; i < winner.row().size(); i++) {
            values.add(protection.apply(table.columns().get(i), winner.row().get(i)));
        }
        return values;
    }
}
