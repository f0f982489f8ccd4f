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

    /**
     * @param selection the tests
     * @param protection of personal data
     * @param tables which tables are wanted
     */
    public OrderRows(OrderSelection selection, ColumnProtection protection, Set<TargetTable> tables) {
        this.protection = protection;
        this.profiles = Stream.of(new RollerShutters(selection, protection), new Shutters(selection, protection))
                .filter(profile -> tables.contains(profile.table()))
                .toList();
    }

    /**
     * The rows by table.
     *
     * @param orders all planned orders of each number among them
     */
    public Map<TargetTable, TableRows> of(List<ErpOrder> orders) {
        List<CleanOrder> clean = orders.stream().map(CleanOrder::of).toList();
        Map<TargetTable, TableRows> rows = new TreeMap<>();
        profiles.forEach(profile -> rows.put(profile.table(), rows(profile, clean)));
        return rows;
    }

    private TableRows rows(Profile profile, List<CleanOrder> orders) {
        List<Candidate> candidates = new ArrayList<>();
        List<OrderReject> rejects = new ArrayList<>();
        long selected = 0;
        long joined = 0;
        for (CleanOrder order : orders) {
            Assessment assessment = profile.assess(order).orElse(null);
            if (assessment != null) {
                selected++;
                joined += assessment.joinedRows();
                rejects.addAll(assessment.rejects());
                if (assessment.candidate() != null) {
                    candidates.add(assessment.candidate());
                }
            }
        }
        OrderDeduplicator.Result result = new OrderDeduplicator(profile.table()).decide(candidates);
        List<StagedRow> staged = result.winners().stream()
                .map(winner -> new StagedRow(winner.order(), values(profile.table(), winner)))
                .toList();
        Counts counts = new Counts(
                selected,
                staged.size(),
                result.duplicates(),
                selected - candidates.size(),
                rejects.size(),
                joined,
                result.shared());
        return new TableRows(profile.table(), staged, rejects, counts);
    }

    private List<@Nullable Object> values(TargetTable table, Candidate winner) {
        List<@Nullable Object> values = new ArrayList<>(winner.row().size());
        for (int i = 0; i < winner.row().size(); i++) {
            values.add(protection.apply(table.columns().get(i), winner.row().get(i)));
        }
        return values;
    }
}
