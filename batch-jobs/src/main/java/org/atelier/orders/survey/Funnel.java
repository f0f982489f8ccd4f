package org.atelier.orders.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.atelier.orders.erp.ErpOrder;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.OrderSelection;
import org.atelier.orders.text.CleanText;
import org.jspecify.annotations.Nullable;

/** Counts what each join and each test leaves of the planned orders. Not thread-safe. */
final class Funnel {

    private final OrderSelection selection;
    private final Counter planned = new Counter("", "planned by a note");
    private final Counter equipped = new Counter("", "planned, with accessories");
    private final List<ProfileSteps> profiles = new ArrayList<>();

    Funnel(OrderSelection selection, Set<TargetTable> tables) {
        this.selection = selection;
        for (TargetTable table : TargetTable.values()) {
            if (tables.contains(table)) {
                profiles.add(new ProfileSteps(table));
            }
        }
    }

    void add(ErpOrder order) {
        long notes = order.planned().size();
        planned.add(1, notes);
        if (!order.accessories().isEmpty()) {
            equipped.add(1, notes * order.accessories().size());
        }
        profiles.forEach(profile -> profile.add(order, notes));
    }

    List<FunnelStep> steps() {
        List<FunnelStep> steps = new ArrayList<>(List.of(planned.step(), equipped.step()));
        profiles.forEach(profile -> steps.addAll(profile.steps()));
        return steps;
    }

    private final class ProfileSteps {

        private final Predicate<@Nullable String> code;
        private final Predicate<@Nullable String> status;
        private final Counter coded;
        private final Counter right;
        private final Counter selected;

        ProfileSteps(TargetTable table) {
            boolean roller = table == TargetTable.ROLLER_SHUTTERS;
            this.code = roller ? selection::isRollerShutterCode : selection::isShutterCode;
            this.status = roller ? selection::isRollerShutterStatus : any -> true;
            this.coded = new Counter(table.profile(), "with a matching code");
            this.right = new Counter(table.profile(), "with a matching code and status");
            this.selected = new Counter(table.profile(), "selected, joined with operations");
        }

        void add(ErpOrder order, long notes) {
            long matching = order.accessories().stream()
                    .filter(accessory -> code.test(CleanText.of(accessory.code())))
                    .count();
            if (matching > 0) {
                coded.add(1, notes * matching);
                if (status.test(CleanText.of(order.status()))) {
                    right.add(1, notes * matching);
                    selected.add(
                            1, notes * matching * Math.max(1, order.operations().size()));
                }
            }
        }

        List<FunnelStep> steps() {
            return List.of(coded.step(), right.step(), selected.step());
        }
    }

    private static final class Counter {

        private final String profile;
        private final String name;
        private long orders;
        private long rows;

        Counter(String profile, String name) {
            this.profile = profile;
            this.name = name;
        }

        void add(long moreOrders, long moreRows) {
            orders += moreOrders;
            rows += moreRows;
        }

        FunnelStep step() {
            return new FunnelStep(profile, name, orders, rows);
        }
    }
}
